/** How many sign besides whoever wastes: where the site lets that person count, one fewer, and never none. */
export function witnessesNeeded(policy: { wasteWitnesses: number; performerMayWitness: boolean } | undefined): number {
  const { wasteWitnesses = 2, performerMayWitness = false } = policy ?? {};
  return performerMayWitness && wasteWitnesses > 1 ? wasteWitnesses - 1 : wasteWitnesses;
}
