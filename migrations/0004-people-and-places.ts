import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a site is made of: the site itself, who may do what, where things are kept, what they are, who sends them, who
 * orders them and who gets them. All of it follows the log. A patient's name and address are never here: `private_seq`
 * points at the record whose private values hold them.
 */
export class PeopleAndPlaces1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE countersign_owner;
      SET LOCAL search_path = countersign, pg_temp;

      -- kind 'organisation': the one log of acts that belong to no site (log-ins, people, new sites).
      CREATE TABLE site (
        site_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        name text NOT NULL,
        dea_number text,
        address text,
        time_zone text NOT NULL,
        policy jsonb NOT NULL,
        seq bigint NOT NULL,
        CONSTRAINT site_pk PRIMARY KEY (site_id, id),
        CONSTRAINT site_is_its_own CHECK (id = site_id),
        CONSTRAINT site_kind_known CHECK (kind IN ('organisation', 'clinic')),
        CONSTRAINT site_clinic_has_dea_number CHECK (kind = 'organisation' OR (dea_number IS NOT NULL AND address IS NOT NULL)),
        CONSTRAINT site_policy_waste_has_a_witness CHECK (
          kind = 'organisation'
          -- IS TRUE: a policy that leaves one of them out is no policy.
          OR ((policy ->> 'wasteWitnesses')::int - (policy ->> 'performerMayWitness')::boolean::int >= 1) IS TRUE),
        CONSTRAINT site_policy_says_who_signs CHECK (
          kind = 'organisation'
          OR ((policy ->> 'closeOutWitnesses')::int >= 0
              AND (policy #>> '{secondPersonFor,receipt}')::boolean IS NOT NULL AND (policy #>> '{secondPersonFor,move}')::boolean IS NOT NULL
              AND (policy #>> '{secondPersonFor,count}')::boolean IS NOT NULL AND (policy #>> '{secondPersonFor,return}')::boolean IS NOT NULL) IS TRUE)
      );
      CREATE UNIQUE INDEX site_one_organisation ON site (kind) WHERE kind = 'organisation';

      CREATE TABLE person (
        site_id uuid NOT NULL,
        person_id uuid NOT NULL,
        username text NOT NULL,
        display_name text NOT NULL,
        disabled boolean NOT NULL,
        seq bigint NOT NULL,
        CONSTRAINT person_pk PRIMARY KEY (site_id, person_id)
      );
      CREATE UNIQUE INDEX person_username_unique ON person (lower(username));
      CREATE UNIQUE INDEX person_id_unique ON person (person_id);

      CREATE TABLE role_grant (
        site_id uuid NOT NULL,
        grant_id uuid NOT NULL,
        person_id uuid NOT NULL,
        role text NOT NULL,
        valid_from timestamptz NOT NULL,
        valid_until timestamptz,
        withdrawn_at timestamptz,
        granted_by uuid NOT NULL,
        seq bigint NOT NULL,
        CONSTRAINT role_grant_pk PRIMARY KEY (site_id, grant_id),
        CONSTRAINT role_grant_role_known CHECK (role IN
          ('administrator', 'pharmacist', 'nurse', 'prescriber', 'witness', 'compliance_officer', 'inspector')),
        CONSTRAINT role_grant_inspector_has_an_end CHECK (role <> 'inspector' OR valid_until IS NOT NULL),
        CONSTRAINT role_grant_ends_after_start CHECK (valid_until IS NULL OR valid_until > valid_from)
      );
      CREATE INDEX role_grant_by_person ON role_grant (person_id, site_id);

      CREATE TABLE location (
        site_id uuid NOT NULL,
        location_id uuid NOT NULL,
        code text NOT NULL,
        name text NOT NULL,
        active boolean NOT NULL,
        seq bigint NOT NULL,
        CONSTRAINT location_pk PRIMARY KEY (site_id, location_id),
        CONSTRAINT location_code_unique UNIQUE (site_id, code)
      );

      CREATE TABLE product (
        site_id uuid NOT NULL,
        product_id uuid NOT NULL,
        code text NOT NULL,
        name text NOT NULL,
        ndc11 text NOT NULL,
        ndc text NOT NULL,
        gtin text,
        form text NOT NULL,
        dosing text NOT NULL,
        strength_ug_per_ml bigint,
        container_volume_ul bigint,
        devices_per_container int,
        device_amount_ug bigint,
        label_amount_ug bigint NOT NULL,
        overfill_allowance_ug bigint NOT NULL,
        beyond_use_days int,
        dea_code text NOT NULL,
        schedule text NOT NULL,
        active boolean NOT NULL,
        seq bigint NOT NULL,
        CONSTRAINT product_pk PRIMARY KEY (site_id, product_id),
        CONSTRAINT product_code_unique UNIQUE (site_id, code),
        CONSTRAINT product_form_known CHECK (form IN ('injection', 'nasal_device', 'solid')),
        CONSTRAINT product_dosing_known CHECK (dosing IN ('single_dose', 'multi_dose')),
        CONSTRAINT product_label_amount_positive CHECK (label_amount_ug > 0),
        CONSTRAINT product_is_measured CHECK ((
          (strength_ug_per_ml > 0 AND container_volume_ul > 0 AND devices_per_container IS NULL AND device_amount_ug IS NULL
            AND label_amount_ug * 1000 = strength_ug_per_ml * container_volume_ul)
          OR (strength_ug_per_ml IS NULL AND container_volume_ul IS NULL AND devices_per_container > 0 AND device_amount_ug > 0
            AND label_amount_ug = devices_per_container * device_amount_ug AND overfill_allowance_ug = 0)) IS TRUE),
        CONSTRAINT product_overfill_is_small CHECK (overfill_allowance_ug BETWEEN 0 AND label_amount_ug / 5)
      );

      -- What is scanned at receiving means one product of the site.
      CREATE UNIQUE INDEX product_gtin_unique ON product (site_id, gtin) WHERE gtin IS NOT NULL;

      CREATE TABLE supplier (
        site_id uuid NOT NULL,
        supplier_id uuid NOT NULL,
        name text NOT NULL,
        dea_number text NOT NULL,
        address text NOT NULL,
        seq bigint NOT NULL,
        CONSTRAINT supplier_pk PRIMARY KEY (site_id, supplier_id),
        CONSTRAINT supplier_dea_number_unique UNIQUE (site_id, dea_number)
      );

      CREATE TABLE prescriber (
        site_id uuid NOT NULL,
        prescriber_id uuid NOT NULL,
        name text NOT NULL,
        dea_number text,
        npi text,
        person_id uuid,
        active boolean NOT NULL,
        seq bigint NOT NULL,
        CONSTRAINT prescriber_pk PRIMARY KEY (site_id, prescriber_id)
      );

      CREATE TABLE patient (
        site_id uuid NOT NULL,
        patient_id uuid NOT NULL,
        private_seq bigint NOT NULL,
        active boolean NOT NULL,
        seq bigint NOT NULL,
        CONSTRAINT patient_pk PRIMARY KEY (site_id, patient_id),
        CONSTRAINT patient_private_values FOREIGN KEY (site_id, private_seq) REFERENCES audit_secret (site_id, seq)
      );

      SELECT register_state_table('site', false), register_state_table('person', true, '{username}'),
             register_state_table('role_grant', true, '{person_id}'), register_state_table('location', false, '{code}'),
             register_state_table('product', false, '{code,gtin}'), register_state_table('supplier', false, '{dea_number}'),
             register_state_table('prescriber', false), register_state_table('patient', false);
      RESET ROLE;
      RESET search_path;
    `);
  }

  async down(): Promise<void> {
    throw new Error('A ledger is not taken down by a migration.');
  }
}
