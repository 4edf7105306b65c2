import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Public } from '../access/requires.js';
import { RUNTIME, type Runtime } from '../runtime.js';
import { VERSION } from '../program.js';

class AboutAnswer {
  @ApiProperty({
    description: 'True for a demonstration: its clock can be set, and nothing in it is a record of anything.',
    example: false,
  })
  demonstration!: boolean;

  @ApiProperty({ description: 'The version of the program.', example: '0.1.0' })
  version!: string;
}

@ApiTags('about')
@Controller('about')
export class AboutController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'What answers here: which version, and whether it is a demonstration.' })
  @ApiOkResponse({ type: AboutAnswer })
  about(): AboutAnswer {
    return { demonstration: this.runtime.demonstration, version: VERSION };
  }
}
