// Written by `npm run docs` from openapi.json: change the interface, not this file.
export interface paths {
    "/api/v1/about": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What answers here: which version, and whether it is a demonstration. */
        get: operations["AboutController_about"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/accept-invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Chooses a password with a one-time link; then log in.
         * @description Needs no `Idempotency-Key`: a link counts once.
         */
        post: operations["AccountController_acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens a session.
         * @description Needs no `Idempotency-Key`. The answer is the same, and takes as long, whether or not anybody has the name.
         */
        post: operations["AuthController_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends this session.
         * @description Needs no `Idempotency-Key`.
         */
        post: operations["AuthController_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends every session of the person, this one too.
         * @description Needs no `Idempotency-Key`.
         */
        post: operations["AuthController_logoutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is logged in, what they are where, and the CSRF token. */
        get: operations["AuthController_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s keys, the oldest first. */
        get: operations["PasskeysController_list"];
        put?: never;
        /**
         * Enrols the key that was made.
         * @description Needs no `Idempotency-Key`. The public key is a record of the organisation’s log; what the key signs is checked by it.
         */
        post: operations["PasskeysController_enrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/{passkeyId}/name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a key another name.
         * @description Needs no `Idempotency-Key`.
         */
        post: operations["PasskeysController_rename"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/{passkeyId}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives up a key, for good, and ends one’s other sessions.
         * @description Needs no `Idempotency-Key`.
         */
        post: operations["PasskeysController_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A question to one of one’s keys, to confirm who one is in place of the password.
         * @description Needs no `Idempotency-Key`. Its answer is the `assertion` of what needs a confirmation; it counts once.
         */
        post: operations["PasskeysController_confirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a new key is to be made for, once one has confirmed who one is.
         * @description Needs no `Idempotency-Key`. Confirmed by a key one has; without one, by password and code.
         */
        post: operations["PasskeysController_options"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/voucher-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a key of whoever vouches is asked: its challenge is the digest of the key that was made, and whose it is.
         * @description Needs no `Idempotency-Key`. It records nothing. The answer is `voucher.assertion` of the enrolment.
         */
        post: operations["PasskeysController_voucherQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes one’s password, and ends one’s other sessions.
         * @description Needs no `Idempotency-Key`: sent twice it changes nothing more.
         */
        post: operations["AccountController_changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirms a new authenticator: from now on log-ins and signatures need its code.
         * @description Needs no `Idempotency-Key`: sent twice it changes nothing more. This session then counts as opened with a second factor.
         */
        post: operations["AccountController_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/enrol": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The secret of a new authenticator, to be confirmed with a code of it.
         * @description Needs no `Idempotency-Key`: sent twice it changes nothing more.
         */
        post: operations["AccountController_enrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Removes the authenticator, and ends one’s other sessions.
         * @description Needs no `Idempotency-Key`: sent twice it changes nothing more.
         */
        post: operations["AccountController_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/webauthn/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens a session with a key.
         * @description Needs no `Idempotency-Key`.
         */
        post: operations["KeyLoginController_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/webauthn/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The question a key answers to log in.
         * @description Needs no `Idempotency-Key`. With a user name it names that person’s keys, and keys that nobody has where there is no such person; without one, any key that knows its owner may answer. Lasts five minutes, counts once.
         */
        post: operations["KeyLoginController_options"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the ledger can be reached, and whether its logs are signed. */
        get: operations["HealthController_check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics for a monitor, in the text format of Prometheus.
         * @description For whoever sends the token of the setting COUNTERSIGN_METRICS_TOKEN as `Authorization: Bearer`; without the setting there is nothing here.
         */
        get: operations["MetricsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody of the organisation, by user name. */
        get: operations["PeopleController_list"];
        put?: never;
        /**
         * Adds somebody, and answers with a one-time link for them to choose a password.
         * @description They are nothing anywhere until a role is given to them at a site. The link lasts three days.
         */
        post: operations["PeopleController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes somebody’s access away at once, everywhere.
         * @description By an administrator of the organisation, or of every site at which the person is anything. Nobody does it to themselves.
         */
        post: operations["PeopleController_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives access back. Sessions do not come back.
         * @description By an administrator of the organisation, or of every site at which the person is anything. Nobody does it to themselves.
         */
        post: operations["PeopleController_enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/end-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Logs somebody out everywhere.
         * @description By an administrator of the organisation, or of every site at which the person is anything. Nobody does it to themselves.
         */
        post: operations["PeopleController_endSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new one-time link, for a password that was lost or never chosen.
         * @description By an administrator of the organisation, or of every site at which the person is anything. Nobody does it to themselves. The link lasts a day; using it ends every session of the person. One that also takes away keys and authenticator is approved by a second administrator or compliance officer, who authenticates as `approver`.
         */
        post: operations["PeopleController_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/invitations/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a key of the approver is asked: its challenge is the digest of the link that takes keys away, and whose.
         * @description Needs no `Idempotency-Key`: it records nothing. The answer is `approver.assertion` of the link.
         */
        post: operations["PeopleController_approvalQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes the organisation and its first administrator, with the link the server printed at its first start.
         * @description Needs no `Idempotency-Key`: it can be done once. Then log in.
         */
        post: operations["SetupController_setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sites where you have a role, by name. */
        get: operations["SitesController_list"];
        put?: never;
        /**
         * Opens a site: one DEA registration at one address, with a log of its own.
         * @description Whoever opens it becomes its first administrator. It begins with the strict policy.
         */
        post: operations["SitesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A site and its policy. */
        get: operations["SitesController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the program found that a person must look into, at the site or for the organisation, newest first. */
        get: operations["AlarmsController_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/alarms/{alarmId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes an alarm that somebody looked into. What goes on is raised again. */
        post: operations["AlarmsController_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Corrects the name, the address or the DEA registration of a site.
         * @description A change of address or registration needs a reason. Past records keep what they said.
         */
        post: operations["SitesController_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest signed head of the site’s log: a checkpoint, to be kept and compared later.
         * @description c2sp.org/tlog-checkpoint, as text. It holds a size and a hash, and nothing of what was recorded.
         */
        get: operations["ProofsController_checkpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/close-outs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An open vial has given its last drop: its book is brought to what was measured.
         * @description The witness signs with meaning `witnessed`, attesting `label`, `volume` and `act`. `class` is `exact`, `overfill_gain`, `close_out_shortage` or `discrepancy`; a discrepancy has its `discrepancyId`.
         */
        post: operations["CloseOutsController_closeOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/containers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Containers, those whose last day of use comes first before the others.
         * @description Carries no amount: counts are blind, so the book is only told by GET .../containers/{container}/book.
         */
        get: operations["StorageController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/containers/{container}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One container.
         * @description Carries no amount: counts are blind, so the book is only told by GET .../containers/{container}/book.
         */
        get: operations["StorageController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/containers/{container}/book": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the book says is in a container.
         * @description For those who read reports: counts are blind, and no list carries an amount. Each look is a record of type `book_read` about the container. It needs no `Idempotency-Key`.
         */
        get: operations["StorageController_book"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/containers/{container}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A container’s whole life, refused attempts included. */
        get: operations["HistoryController_ofContainer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Signed counts with what they found, the newest first. */
        get: operations["CountsController_list"];
        put?: never;
        /**
         * A blind count: the book is told once the count is signed.
         * @description Sealed containers of a product at a location (`locationId`, `productId`, `countedContainers`), or what is left in an open one (`container` with `measuredVolumeMl` or `deviceCount`). The second person signs with meaning `checked`. A difference opens a discrepancy by itself.
         */
        post: operations["CountsController_count"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/counts/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What there is to count at a location, without amounts. */
        get: operations["CountsController_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/discrepancies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Discrepancies: the open ones first, the oldest of them first. */
        get: operations["DiscrepanciesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/discrepancies/{discrepancyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A discrepancy with the records about it. */
        get: operations["DiscrepanciesController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/draws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An amount leaves a container for a session; the first draw opens the container. */
        post: operations["DosingController_draw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/entries/{seq}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One record of stock or care: what moved, who signed it, what it takes back, and what its ids stand for.
         * @description Other records are in the log, for those who may read it.
         */
        get: operations["HistoryController_entry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Destroys a patient’s private values and their salts, for good.
         * @description Amounts, times and signatures stay, and so does every proof. An administrator, pharmacist, prescriber or another compliance officer approves it. Before the retention period is over it is refused with the day from which it is allowed.
         */
        post: operations["ErasuresController_erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/gives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An amount in hand is administered; from its end the patient is observed. */
        post: operations["DosingController_give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many records the log has, and when the last came: whether anything has changed.
         * @description For pages that look every few seconds. With `If-None-Match` it answers 304 while nothing has.
         */
        get: operations["SitesController_head"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/heads/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Proves that the log goes on from the head that the client saw last.
         * @description Needs no `Idempotency-Key`. A head that our key signed and that the log does not begin with is kept as evidence: a record, and an alarm to the compliance officers.
         */
        post: operations["ProofsController_compare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/inspection-bundles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The exports of the site, newest first. */
        get: operations["BundlesController_list"];
        put?: never;
        /**
         * Records an export for an inspector.
         * @description The export is a record about what it exports: its running number proves that no record before it is missing. The file is had with GET …/file.
         */
        post: operations["BundlesController_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/inspection-bundles/{bundleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An export, whether its file is ready, and how far one is that is on its way. */
        get: operations["BundlesController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/inspection-bundles/{bundleId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The zip folder: records with proofs, the verifier as a page, the policy, a summary to read and print.
         * @description Written while it is sent. That it was had is a record; what may show patients asks for `patient:read` too, and is recorded as their reading.
         */
        get: operations["BundlesController_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The places of a site, by code. */
        get: operations["LocationsController_list"];
        put?: never;
        /** Adds a place where stock is kept or used. */
        post: operations["LocationsController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/locations/{locationId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renames a place, or takes it out of use and back.
         * @description Its code stays: labels and records have it. A place with stock or an open session stays in use.
         */
        post: operations["LocationsController_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The site’s records, refused attempts included. */
        get: operations["AuditController_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/log-incarnations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declares that signed entries were lost: the log goes on as its next incarnation, under another origin.
         * @description Asks for a second person (`approved`). The first record of the new incarnation commits to the last signed head of the old one; until then nothing of the log is signed. Only for a log that the signer refuses.
         */
        post: operations["AlarmsController_declare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/log-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The public keys that have signed heads of the site’s log.
         * @description Whoever verifies takes them from elsewhere too: a key that comes with what it proves proves nothing.
         */
        get: operations["ProofsController_keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/log-state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the site’s log is signed, and why not further. */
        get: operations["AlarmsController_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/log/{seq}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One record: its exact bytes and leaf hash, who signed it, and its private values.
         * @description Private values are opened for those who may read patients; that they were read is recorded.
         */
        get: operations["AuditController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/log/{seq}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The proof that a record is in the log, to be verified offline, years later, without us.
         * @description c2sp.org/tlog-proof, as text. For whoever reads the log, and for those whose own act it is.
         */
        get: operations["ProofsController_proof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lots that were received, those that expire first before the others.
         * @description Carries no amount: counts are blind, so the book is only told by GET .../containers/{container}/book.
         */
        get: operations["StorageController_lots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves a sealed container to another location of the site.
         * @description The second person signs with meaning `checked`.
         */
        post: operations["StorageController_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/my-receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Receipts of one’s own acts at this site, refused attempts too, newest first. */
        get: operations["ProofsController_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/patients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The patients of a site, without personal data. */
        get: operations["PatientsController_list"];
        put?: never;
        /**
         * Registers a patient.
         * @description Personal data is sealed with a key outside the database; the log holds commitments to it.
         */
        post: operations["PatientsController_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/patients/{patientId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A patient's details.
         * @description Each reading is a record that names who was shown. It needs no `Idempotency-Key`.
         */
        get: operations["PatientsController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/patients/{patientId}/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replaces the details of a patient, the whole set.
         * @description Personal data is sealed with a key outside the database; the log holds commitments to it. Earlier details stay with the records they were true for.
         */
        post: operations["PatientsController_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/patients/{patientId}/erasable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an erasure would destroy of a patient, and from when on it may. Shows nothing of them. */
        get: operations["ErasuresController_erasable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/patients/{patientId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a patient was given and what was done for it. The reading is recorded. */
        get: operations["HistoryController_ofPatient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/patients/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who these patients are: name, date of birth and reference.
         * @description For a screen that lists patients: it asks once for those it does not know yet. Each reading is a record that names who was shown. It needs no `Idempotency-Key`.
         */
        post: operations["PatientsController_names"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/patients/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finds at most 20 patients by their details.
         * @description Each reading is a record that names who was shown. It needs no `Idempotency-Key`.
         */
        post: operations["PatientsController_search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/pending-wastes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Wastes that wait for witnesses, the oldest first. */
        get: operations["WastageController_list"];
        put?: never;
        /** A waste is opened and waits for its witnesses; the amount stays where it is. */
        post: operations["WastageController_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/pending-wastes/{pendingWasteId}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A witness signs a pending waste in their own session.
         * @description The signature that completes the required number records the waste itself.
         */
        post: operations["WastageController_witness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/pending-wastes/{pendingWasteId}/signatures/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a key of the witness is asked: its challenge is the digest of what was opened.
         * @description Needs no `Idempotency-Key`: it records nothing. The answer goes to `signatures` as `assertion`.
         */
        post: operations["WastageController_question"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/pending-wastes/{pendingWasteId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who opened a pending waste withdraws it. */
        post: operations["WastageController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is something at the site, or will be, by user name. */
        get: operations["RolesController_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/people/{personId}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a person did, signed or tried at this site. */
        get: operations["HistoryController_ofPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes rules of a site: who signs, what is tolerated.
         * @description Rules that are not named stay. Past records keep the rules under which they were made.
         */
        post: operations["SitesController_setPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/prescribers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The prescribers of a site, by name. */
        get: operations["PartnersController_prescribers"];
        put?: never;
        /** Adds somebody who orders doses. */
        post: operations["PartnersController_addPrescriber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/prescribers/{prescriberId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Corrects a prescriber, or takes them out of use and back.
         * @description Whose order an open session is of stays in use.
         */
        post: operations["PartnersController_changePrescriber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The products of a site, by code. */
        get: operations["ProductsController_list"];
        put?: never;
        /**
         * Adds a product: one kind of container, as it comes from the supplier.
         * @description An injection has `strengthMgPerMl` and `containerVolumeMl`, what is counted has `devicesPerContainer` and `deviceAmountMg`. The label amount is their exact product.
         */
        post: operations["ProductsController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/products/{productId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Corrects a product, or takes it out of use and back.
         * @description What is in stock or ordered in an open session stays in use.
         */
        post: operations["ProductsController_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The receipts of a site, last first. */
        get: operations["ReceivingController_list"];
        put?: never;
        /**
         * Records the arrival of sealed containers of one lot, counted by two persons.
         * @description The second person signs with meaning `checked`. A lot that is expired on arrival is booked and flagged; a count that differs from the invoice opens a discrepancy of kind `receipt`, which moves no stock.
         */
        post: operations["ReceivingController_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/receipts/{receiptId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A receipt and the containers that came with it. */
        get: operations["ReceivingController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/reopenings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An ended session is opened again for a correction.
         * @description A second person signs with meaning `approved`. That the session was ended stays in the log.
         */
        post: operations["DosingController_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/reports/administration-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every dose of a period with what 21 CFR 1304.22(c) asks for.
         * @description Asks for `patient:read` too. That these patients’ data were read is recorded.
         */
        get: operations["ListsController_administrations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/reports/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The counts of a period: book, counted, and the difference. */
        get: operations["ListsController_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/reports/discrepancies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was found missing or too much in a period, and how old that is now. */
        get: operations["ListsController_discrepancies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/reports/late-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries recorded late, or on the other side of the period’s border than they happened. */
        get: operations["ListsController_late"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/reports/open-matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for somebody now, the oldest first: discrepancies, wastes, sessions, containers past their day. */
        get: operations["ListsController_matters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/reports/open-vials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Vials in use now, with their book amount, beyond-use date and expiry. */
        get: operations["ListsController_openVials"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/reports/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was received in a period: from whom, counted against invoiced. */
        get: operations["ListsController_receipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/reports/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The reconciliation of a period.
         * @description Opening, every way in, every way out, and what is there at the end, with the identity that must hold
         *     between them. `by=site` and `by=product` are the accountability statement; `location` adds what moved between
         *     locations; `lot` and `container` follow the container; `session` and `person` follow what was in hand.
         *
         *     The period is one of the log: what was *recorded* in it. `lateEntries` lists what happened before it and was recorded in it,
         *     and what happened in it and was recorded after it. A reversal takes off the figure it reverses and is listed in
         *     `reversals`.
         */
        get: operations["ReconciliationController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/reports/refused-attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was tried in a period and refused. */
        get: operations["ListsController_refused"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/reports/refused-by-day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often somebody was refused what, day by day. */
        get: operations["ListsController_refusals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/reports/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is there now, by location, product and lot. */
        get: operations["ListsController_stock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/reports/stock-by-day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The book and the sealed containers of each product at the end of each day.
         * @description Days of the log: what was recorded on a day is in its figure. The entries of a day are those of the same `from` and `to`.
         */
        get: operations["ListsController_days"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/reports/wastage-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every waste of a period, what it came from, and who witnessed it. */
        get: operations["ListsController_wastage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/reports/waste-by-person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each person wasted and gave of each product, without what was taken back. */
        get: operations["ListsController_wasters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A container taken out comes back sealed and intact, which a second person has checked. */
        post: operations["DosingController_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/reversals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A wrong entry is undone by its mirror, which points at it; the wrong one stays visible.
         * @description A second person signs with meaning `approved`: neither the one who reverses nor the one who made the entry. Counts, reversals, and what opened a discrepancy are not reversed; nor is what later entries rest on.
         */
        post: operations["CorrectionsController_reverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes somebody something at the site.
         * @description Nobody gives a role to themselves. Administrators and compliance officers are neither pharmacist nor nurse at the same site.
         */
        post: operations["RolesController_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/roles/{grantId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a role away from now on. */
        post: operations["RolesController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads a scan: what it says, and what of the site it is.
         * @description Records nothing and needs no `Idempotency-Key`: for a screen that shows what was scanned.
         */
        post: operations["ReceivingController_scan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sessions, the newest first. */
        get: operations["SessionsController_list"];
        put?: never;
        /** A treatment begins, with its order. */
        post: operations["SessionsController_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A session: its order, its balance, what waits for witnesses, its observation. */
        get: operations["SessionsController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/sessions/{sessionId}/discharge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The patient leaves; before the observation is over that needs a reason. */
        post: operations["SessionsController_discharge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/sessions/{sessionId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The session ends, once nothing of it is in hand or waits for witnesses. */
        post: operations["SessionsController_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/sessions/{sessionId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A session’s records, refused attempts included. */
        get: operations["HistoryController_ofSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/sessions/unbalanced": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sessions in which something drawn is neither given, wasted nor returned, oldest first. */
        get: operations["SessionsController_unbalanced"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A second person authenticates for one act of whoever is logged in.
         * @description The signer types their own user name and password at the performer’s terminal, or answers with a key of their own. The token that comes back is bound to this act, this performer, this idempotency key and every word of the body, lasts two minutes and counts once. The same `Idempotency-Key` with good credentials gives the same token again.
         */
        post: operations["SignaturesController_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/signatures/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a key of the second person is asked for one act: its challenge is the digest of the act.
         * @description Needs no `Idempotency-Key`: it records nothing. The answer goes to `signatures` as `assertion`.
         */
        post: operations["SignaturesController_question"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/signatures/together": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A second person authenticates once and signs several acts of one list, each with a signature of its own.
         * @description For the lines of a delivery, a move or a count sheet: meaning `checked`. One record makes all of the signatures and says how many they are; each token is bound to its act as one of `signatures` is, lasts two minutes and counts once. The signer types user name and password, or answers with a key of their own to the list. A waste is witnessed alone.
         */
        post: operations["SignaturesTogetherController_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/signatures/together/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a key of the second person is asked for a list: its challenge is the digest of the list of acts.
         * @description Needs no `Idempotency-Key`: it records nothing. The answer goes to `signatures/together` as `assertion`, for the same acts in the same order.
         */
        post: operations["SignaturesTogetherController_question"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/suppliers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The suppliers of a site, by name. */
        get: operations["PartnersController_suppliers"];
        put?: never;
        /** Adds a supplier. A receipt finds or makes its own by the DEA number. */
        post: operations["PartnersController_addSupplier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/suppliers/{supplierId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Corrects a supplier, or takes it out of use and back. */
        post: operations["PartnersController_changeSupplier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/takes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An unopened container is taken out for a session: all of it is in hand. */
        post: operations["DosingController_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Starts a verification of the site’s log, in the background.
         * @description Recomputes every commitment, leaf, node, row and balance. That it was asked for and what it came to are records.
         */
        post: operations["AuditController_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/verifications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a verification is, or what it came to. */
        get: operations["AuditController_verification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/wastes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An amount is wasted before witnesses who sign at this terminal.
         * @description Each witness signs with meaning `witnessed`, attesting `label`, `volume` and `act`.
         */
        post: operations["WastageController_waste"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{siteId}/witnesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which witnesses outside confirm the site’s log, what each did last, and whether the quorum is met. */
        get: operations["AlarmsController_witnessesOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AboutAnswer: {
            /**
             * @description True for a demonstration: its clock can be set, and nothing in it is a record of anything.
             * @example false
             */
            demonstration: boolean;
            /**
             * @description The version of the program.
             * @example 0.1.0
             */
            version: string;
        };
        AcceptInvitationRequest: {
            /**
             * @description 12 to 128 characters; not a common one, and without the user name.
             * @example a-lantern-and-nine-geese
             */
            password: string;
            /**
             * @description What stands after `#` in the link.
             * @example mC7b1v0W3m2b5S9cX2lqvJ9kF0aQmJ5oYk8wR1tZ4uE
             */
            token: string;
        };
        ActorView: {
            /**
             * @description What a witness states having seen.
             * @example [
             *       "label",
             *       "volume",
             *       "act"
             *     ]
             */
            attests?: ("label" | "volume" | "act")[];
            /** @example RN4 */
            displayName: string;
            /**
             * @description Hash of the evidence of it, base64.
             * @example Zf3g7o2xgq8m0i6cV9s2v7q0k1X4b8n3a5t6y7u8i9o=
             */
            evidence: string;
            /**
             * @example witnessed
             * @enum {string}
             */
            meaning: "performed" | "witnessed" | "checked" | "approved";
            /**
             * @description How they authenticated.
             * @example signature:password
             */
            method: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b41 */
            personId: string;
            /**
             * @description The role in which they did; `none` for one’s own account.
             * @example nurse
             */
            role: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b81 */
            signatureId?: string;
            /**
             * @description When this person signed: the act itself for who did it.
             * @example 2026-08-31T14:38:02.117Z
             */
            signedAt: string;
            /**
             * @description The earlier record in which the signature was given.
             * @example 119
             */
            signedSeq?: number;
        };
        ActReceipt: {
            /**
             * @description What a printed slip carries as a QR code (docs/audit-log.md, "Receipts").
             * @example countersign:v1:clinic.example/countersign/site/01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11:42:9l2m5cY4o9m6bq0d2iZ3rT0mJ7a8y1h4w5n6c7v8b9k
             */
            code: string;
            /**
             * @description RFC 6962 leaf hash, base64.
             * @example 9l2m5cY4o9m6bq0d2iZ3rT0mJ7a8y1h4w5n6c7v8b9k=
             */
            leafHash: string;
            /**
             * @description What the person did with it.
             * @example performed
             */
            meaning: string;
            /** @example 2026-09-03T15:42:10.120Z */
            occurredAt: string;
            /**
             * @description Where its `.tlog-proof` is.
             * @example /api/v1/sites/…/log/42/proof
             */
            proof: string;
            /**
             * @description Whether a signed head covers it, so that there is a proof.
             * @example true
             */
            proved: boolean;
            /** @example 2026-09-03T15:42:10.120Z */
            recordedAt: string;
            /**
             * @description The record’s number in the log.
             * @example 42
             */
            seq: number;
            /** @example waste */
            type: string;
        };
        ActReceiptPage: {
            items: components["schemas"]["ActReceipt"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        ActToSign: {
            /**
             * @description The body this act will be sent with, word for word, without its `signatures`.
             * @example {
             *       "container": "20260831-0001-01",
             *       "toLocationId": "01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30"
             *     }
             */
            body: {
                [key: string]: unknown;
            };
            /**
             * @description The `Idempotency-Key` that this act will be sent with.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b20
             */
            idempotencyKey: string;
        };
        AdministrationRow: {
            /**
             * @description How much, mg.
             * @example 37.5
             */
            amountMg: string;
            /**
             * @description The same in devices.
             * @example 2
             */
            deviceCount?: number;
            /**
             * @description Its finished form.
             * @example injection
             * @enum {string}
             */
            form: "injection" | "nasal_device" | "solid";
            /**
             * @description The initials of who gave it.
             * @example NQ
             */
            initials?: string;
            /**
             * @description Recorded later than the site’s policy allows without a reason.
             * @example false
             */
            late: boolean;
            /**
             * @description The day it happened, at the site.
             * @example 2026-08-03
             */
            localDate: string;
            /**
             * @description The lots drawn for the session.
             * @example [
             *       "4821A"
             *     ]
             */
            lotNumbers: string[];
            /**
             * @description When it happened, as the person says.
             * @example 2026-08-03T14:00:00.000Z
             */
            occurredAt: string;
            /**
             * @description Their address then.
             * @example 1 Example Way, Springfield
             */
            patientAddress?: string;
            /**
             * @description The patient’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b18
             */
            patientId?: string;
            /**
             * @description Their name when the dose was recorded.
             * @example Synthia Placeholder
             */
            patientName?: string;
            /**
             * @description Who did it.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16
             */
            personId: string;
            /**
             * @description Their name.
             * @example Nora Quill
             */
            personName?: string;
            /**
             * @description Their DEA number.
             * @example FE3541263
             */
            prescriberDeaNumber?: string;
            /**
             * @description Who ordered it.
             * @example Dr. Order
             */
            prescriberName?: string;
            /**
             * @description The product’s code.
             * @example KET50-10
             */
            productCode: string;
            /**
             * @description The product’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            productId: string;
            /**
             * @description The substance.
             * @example Ketamine hydrochloride
             */
            productName: string;
            /**
             * @description When it was recorded.
             * @example 2026-08-03T14:01:10.000Z
             */
            recordedAt: string;
            /**
             * @description The record that takes it back, where there is one.
             * @example 1050
             */
            reversedBySeq?: number;
            /**
             * @description How it was given.
             * @example intravenous
             */
            route?: string;
            /**
             * @description The record.
             * @example 1042
             */
            seq: number;
            /**
             * @description The session.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b15
             */
            sessionId?: string;
            /**
             * @description Its strength.
             * @example 50 mg/mL
             */
            strength: string;
            /**
             * @description The same as a volume, where it was measured as one.
             * @example 0.75
             */
            volumeMl?: string;
        };
        AdministrationRowPage: {
            items: components["schemas"]["AdministrationRow"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
            period: components["schemas"]["LogPeriod"];
        };
        AlarmClosedDto: {
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            alarmId: string;
        };
        AlarmDto: {
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            alarmId: string;
            /** @example 2026-09-03T17:00:00.000Z */
            closedAt?: string;
            /**
             * @description The id of the person.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            closedBy?: string;
            /** @example The log has 118 records; 120 were signed. */
            detail: string;
            /**
             * @description `tree_shrank`, `tree_differs`, `log_missing`, `signed_heads_lost`, `incarnation_differs`, `origin_unknown`, `log_keys_missing`, `signer_stopped`: why nothing is signed. `head_conflict`: somebody saw another story. `heads_not_outside`, `heads_not_sent`: heads do not get out. `head_unwitnessed`, `witness_saw_more`, `witness_disagrees`, `witness_forgot`, `policy_unusable`: of the witnesses. Others may come.
             * @example tree_shrank
             */
            kind: string;
            /** @example 2026-09-03T16:00:00.000Z */
            raisedAt: string;
            /**
             * @description In whose log it is: the site, or the organisation, whose alarms concern all sites. It is closed there.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            siteId: string;
        };
        AlarmPage: {
            items: components["schemas"]["AlarmDto"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        ApprovalQuestionRequest: {
            /**
             * @description The `Idempotency-Key` that the link will be asked for with.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b20
             */
            idempotencyKey: string;
            /**
             * @description Who approves. Left out: a key that knows its owner by itself.
             * @example com1
             */
            username?: string;
        };
        AssertionBody: {
            /**
             * @example cross-platform
             * @enum {string}
             */
            authenticatorAttachment?: "platform" | "cross-platform";
            /**
             * @description Not used.
             * @example {}
             */
            clientExtensionResults?: {
                [key: string]: unknown;
            };
            /**
             * @description The authenticator’s own name for the key. Base64url.
             * @example aGVsbG8gZnJvbSBhbiBhdXRoZW50aWNhdG9y
             */
            id: string;
            /**
             * @description The same again. Base64url.
             * @example aGVsbG8gZnJvbSBhbiBhdXRoZW50aWNhdG9y
             */
            rawId: string;
            response: components["schemas"]["AssertionResponseBody"];
            /**
             * @example public-key
             * @enum {string}
             */
            type: "public-key";
        };
        AssertionResponseBody: {
            /**
             * @description What the authenticator says of itself. Base64url.
             * @example aGVsbG8gZnJvbSBhbiBhdXRoZW50aWNhdG9y
             */
            authenticatorData: string;
            /**
             * @description What for, for whom, at which page, as the browser says it. Base64url.
             * @example aGVsbG8gZnJvbSBhbiBhdXRoZW50aWNhdG9y
             */
            clientDataJSON: string;
            /**
             * @description Of both. Base64url.
             * @example aGVsbG8gZnJvbSBhbiBhdXRoZW50aWNhdG9y
             */
            signature: string;
            /**
             * @description Whose key it is, where the authenticator knows.
             * @example aGVsbG8gZnJvbSBhbiBhdXRoZW50aWNhdG9y
             */
            userHandle?: string;
        };
        AttestationBody: {
            /**
             * @example cross-platform
             * @enum {string}
             */
            authenticatorAttachment?: "platform" | "cross-platform";
            /**
             * @description Not used.
             * @example {}
             */
            clientExtensionResults?: {
                [key: string]: unknown;
            };
            /**
             * @description The authenticator’s own name for the key. Base64url.
             * @example aGVsbG8gZnJvbSBhbiBhdXRoZW50aWNhdG9y
             */
            id: string;
            /**
             * @description The same again. Base64url.
             * @example aGVsbG8gZnJvbSBhbiBhdXRoZW50aWNhdG9y
             */
            rawId: string;
            response: components["schemas"]["AttestationResponseBody"];
            /**
             * @example public-key
             * @enum {string}
             */
            type: "public-key";
        };
        AttestationResponseBody: {
            /**
             * @description The new public key and what the authenticator says of itself. Base64url.
             * @example aGVsbG8gZnJvbSBhbiBhdXRoZW50aWNhdG9y
             */
            attestationObject: string;
            /**
             * @description Not used.
             * @example aGVsbG8gZnJvbSBhbiBhdXRoZW50aWNhdG9y
             */
            authenticatorData?: string;
            /**
             * @description What for, for whom, at which page. Base64url.
             * @example aGVsbG8gZnJvbSBhbiBhdXRoZW50aWNhdG9y
             */
            clientDataJSON: string;
            /**
             * @description Not used.
             * @example aGVsbG8gZnJvbSBhbiBhdXRoZW50aWNhdG9y
             */
            publicKey?: string;
            /**
             * @description Not used.
             * @example -7
             */
            publicKeyAlgorithm?: number;
            /**
             * @example [
             *       "usb",
             *       "nfc"
             *     ]
             */
            transports?: string[];
        };
        BookDto: {
            /**
             * @description May be below zero, by the overfill.
             * @example 460
             */
            bookAmountMg: string;
            /**
             * @description The same in devices or units, where they are counted.
             * @example 2
             */
            bookDeviceCount?: number;
            /**
             * @description The same in mL, where that is exact.
             * @example 9.2
             */
            bookVolumeMl?: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            containerId: string;
            /** @example 20260831-0001-01 */
            label: string;
            /**
             * @description Leaf of the record in the tree of the log, base64: a receipt that can be checked years later.
             * @example n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=
             */
            leafHash: string;
            /**
             * @description With `Prefer: wait=proof`: the `.tlog-proof` (c2sp.org/tlog-proof) that the record is in the log, where a signed head covered it within two seconds; the header `Preference-Applied` says so. Later: GET /sites/{siteId}/log/{seq}/proof.
             * @example c2sp.org/tlog-proof@v1
             *     index 42
             *     ...
             */
            proof?: string;
            /**
             * @description The ledger's clock.
             * @example 2026-08-31T13:00:00.000Z
             */
            recordedAt: string;
            /**
             * @description Number of the record in the log of the site.
             * @example 42
             */
            seq: number;
            /**
             * @example open
             * @enum {string}
             */
            state: "sealed" | "taken" | "open" | "empty" | "quarantined" | "broken" | "destroyed" | "sent_out" | "void";
        };
        BundleDto: {
            /**
             * Format: uuid
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12
             */
            bundleId: string;
            /**
             * Format: uuid
             * @description Who made it.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b13
             */
            personId: string;
            /**
             * @description Whether a signed head covers the export, so that its file can be had at once.
             * @example true
             */
            ready: boolean;
            /**
             * Format: date-time
             * @example 2026-10-02T15:00:00.000Z
             */
            recordedAt: string;
            /**
             * @description Records in the file, those beside the chosen ones included.
             * @example 57
             */
            records: number;
            selection: components["schemas"]["SelectionDto"];
            /**
             * @description The record that the export is.
             * @example 340
             */
            seq: number;
            /**
             * @example amounts
             * @enum {string}
             */
            shown: "amounts" | "everything";
            /**
             * @description Of a file that is on its way at this moment: records written.
             * @example 20
             */
            written?: number;
        };
        BundleListedDto: {
            /**
             * Format: uuid
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12
             */
            bundleId: string;
            /**
             * Format: uuid
             * @description Who made it.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b13
             */
            personId: string;
            /**
             * Format: date-time
             * @example 2026-10-02T15:00:00.000Z
             */
            recordedAt: string;
            selection: components["schemas"]["SelectionDto"];
            /**
             * @description The record that the export is.
             * @example 340
             */
            seq: number;
            /**
             * @example amounts
             * @enum {string}
             */
            shown: "amounts" | "everything";
        };
        BundleListedPage: {
            items: components["schemas"]["BundleListedDto"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        BundleMadeDto: {
            /**
             * Format: uuid
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12
             */
            bundleId: string;
            selection: components["schemas"]["SelectionDto"];
            /**
             * @example amounts
             * @enum {string}
             */
            shown: "amounts" | "everything";
        };
        ChangePasswordRequest: {
            /** @description What a key of yours answered to `auth/passkeys/confirmation`, in place of password and code. */
            assertion?: components["schemas"]["AssertionBody"];
            /**
             * @description 12 to 128 characters; not a common one, and without the user name.
             * @example a-lantern-and-nine-geese
             */
            newPassword: string;
            /**
             * @description Your password as it is now. Needed without `assertion`.
             * @example correct-horse-battery
             */
            password?: string;
            /**
             * @description The six digits your authenticator shows now; each code counts once. Needed by whoever has one.
             * @example 492039
             */
            totp?: string;
        };
        CloseAlarmDto: {
            /**
             * @description What was found. Kept as a private value.
             * @example Restored from backup
             */
            reason: string;
        };
        ClosedOutDto: {
            /**
             * @description The book before it.
             * @example -12
             */
            bookMg: string;
            /**
             * @description What the difference is.
             * @example overfill_gain
             * @enum {string}
             */
            class: "exact" | "overfill_gain" | "close_out_shortage" | "discrepancy";
            /**
             * @description Its label.
             * @example 20260831-0002-01
             */
            container: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30 */
            containerId: string;
            /**
             * @example empty
             * @enum {string}
             */
            containerState: "empty";
            /**
             * @description Of a discrepancy: the one that was opened.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b61
             */
            discrepancyId?: string;
            /**
             * @description The same in percent of the label amount.
             * @example 2.40
             */
            percentOfLabel: string;
            /**
             * @description Measured less book.
             * @example 12
             */
            varianceMg: string;
        };
        CloseOutDto: {
            /**
             * @description Label or id of an open vial.
             * @example 20260831-0002-01
             */
            container: string;
            /** @description Why it is entered late. Kept as a private value. */
            lateReason?: string;
            /**
             * @description What is measured as left, in mL: 0, once what was left is wasted.
             * @example 0
             */
            measuredVolumeMl: string;
            /**
             * @description When it happened, with an offset. Left out: now. A late one needs `lateReason`, and shows for ever.
             * @example 2026-08-31T08:00:00-05:00
             */
            occurredAt?: string;
            /**
             * @description Tokens of POST /sites/{siteId}/signatures, made for this very body; not part of what is signed.
             * @example [
             *       "token of the second person"
             *     ]
             */
            signatures?: string[];
        };
        ConfirmationRequest: {
            /** @description What a key of yours answered to `auth/passkeys/confirmation`, in place of password and code. */
            assertion?: components["schemas"]["AssertionBody"];
            /**
             * @description Your password as it is now. Needed without `assertion`.
             * @example correct-horse-battery
             */
            password?: string;
            /**
             * @description The six digits your authenticator shows now; each code counts once. Needed by whoever has one.
             * @example 492039
             */
            totp?: string;
        };
        ConfirmTotpRequest: {
            /**
             * @description The six digits your authenticator shows now; each code counts once.
             * @example 492039
             */
            totp: string;
        };
        ContainerDto: {
            /**
             * @description Last day of use after opening.
             * @example 2026-09-28
             */
            beyondUseOn?: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            containerId: string;
            /** @example 2028-01-13 */
            expiresOn: string;
            /** @example 20260831-0001-01 */
            label: string;
            /** @example SAFE */
            locationCode: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b15 */
            locationId: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b13 */
            lotId: string;
            /** @example LT101 */
            lotNumber: string;
            /**
             * @description First puncture.
             * @example 2026-08-31T14:10:00.000Z
             */
            openedAt?: string;
            /** @example KET50 */
            productCode: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14 */
            productId: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b17 */
            receiptId: string;
            /**
             * @description For this patient alone.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b18
             */
            reservedForPatientId?: string;
            /** @example S0001 */
            serial?: string;
            /**
             * @example sealed
             * @enum {string}
             */
            state: "sealed" | "taken" | "open" | "empty" | "quarantined" | "broken" | "destroyed" | "sent_out" | "void";
        };
        ContainerPage: {
            items: components["schemas"]["ContainerDto"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        CountDto: {
            /**
             * @description Label or id of an open container that is measured instead.
             * @example 20260831-0002-01
             */
            container?: string;
            /** @description How many sealed containers are there. */
            countedContainers?: number;
            /** @description How many devices are left in an open kit. */
            deviceCount?: number;
            /** @description Why it is entered late. Kept as a private value. */
            lateReason?: string;
            /**
             * Format: uuid
             * @description Where sealed containers are counted.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            locationId?: string;
            /**
             * @description What is measured as left in an open vial, in mL.
             * @example 4.2
             */
            measuredVolumeMl?: string;
            /**
             * @description Left out: `exact` for what is counted, `measured` for a volume.
             * @enum {string}
             */
            method?: "exact" | "estimated" | "measured";
            /**
             * @description When it happened, with an offset. Left out: now. A late one needs `lateReason`, and shows for ever.
             * @example 2026-08-31T08:00:00-05:00
             */
            occurredAt?: string;
            /**
             * Format: uuid
             * @description Which product’s sealed containers are counted.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            productId?: string;
            /**
             * @description Tokens of POST /sites/{siteId}/signatures, made for this very body; not part of what is signed.
             * @example [
             *       "token of the second person"
             *     ]
             */
            signatures?: string[];
        };
        CountedDto: {
            /**
             * @description Of sealed containers.
             * @example 12
             */
            bookContainers?: number;
            /** @example 6000 */
            bookMg: string;
            /**
             * @description The open container that was measured.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30
             */
            containerId?: string;
            /**
             * @description Of sealed containers.
             * @example 11
             */
            countedContainers?: number;
            /** @example 5500 */
            countedMg: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b60 */
            countId: string;
            /**
             * @description The one that it opened.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b61
             */
            discrepancyId?: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23 */
            locationId: string;
            /**
             * @description Of an open carton.
             * @example 2
             */
            measuredDeviceCount?: number;
            /**
             * @description Of an open vial.
             * @example 4.2
             */
            measuredMl?: string;
            /**
             * @example exact
             * @enum {string}
             */
            method: "exact" | "estimated" | "measured";
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21 */
            productId: string;
            /**
             * @description Counted less book.
             * @example -1
             */
            varianceContainers?: number;
            /**
             * @description Counted less book.
             * @example -500
             */
            varianceMg: string;
            /** @example false */
            withinTolerance: boolean;
        };
        CountedLocationDto: {
            /** @example ROOM1 */
            code: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23 */
            locationId: string;
            /** @example Room 1 */
            name: string;
        };
        CountedProductDto: {
            /** @example KET50 */
            code: string;
            /**
             * @example injection
             * @enum {string}
             */
            form: "injection" | "nasal_device" | "solid";
            /** @example Ketamine hydrochloride injection */
            name: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21 */
            productId: string;
        };
        CountListedDto: {
            /**
             * @description Of sealed containers.
             * @example 12
             */
            bookContainers?: number;
            /** @example 6000 */
            bookMg: string;
            /**
             * @description Its label.
             * @example 20260831-0002-01
             */
            container?: string;
            /**
             * @description The open container that was measured.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30
             */
            containerId?: string;
            /** @example 2026-09-04T22:05:00.000Z */
            countedAt: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b42 */
            countedBy: string;
            /** @example RPH1 */
            countedByName: string;
            /**
             * @description Of sealed containers.
             * @example 11
             */
            countedContainers?: number;
            /** @example 5500 */
            countedMg: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b60 */
            countId: string;
            /**
             * @description Of an open carton.
             * @example 2
             */
            deviceCount?: number;
            /**
             * @description The one that it opened.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b61
             */
            discrepancyId?: string;
            /** @example SAFE */
            locationCode: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23 */
            locationId: string;
            /**
             * @description Of an open vial.
             * @example 4.2
             */
            measuredVolumeMl?: string;
            /**
             * @example exact
             * @enum {string}
             */
            method: "exact" | "estimated" | "measured";
            /** @example KET50 */
            productCode: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21 */
            productId: string;
            /**
             * @description Its record in the log.
             * @example 301
             */
            seq: number;
            /**
             * @description Counted less book.
             * @example -1
             */
            varianceContainers?: number;
            /**
             * @description Counted less book.
             * @example -500
             */
            varianceMg: string;
            /** @example false */
            withinTolerance: boolean;
        };
        CountListedPage: {
            items: components["schemas"]["CountListedDto"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        CountRow: {
            /**
             * @description Sealed containers by the book.
             * @example 12
             */
            bookContainers?: number;
            /**
             * @description By the book, mg.
             * @example 6000
             */
            bookMg: string;
            /**
             * @description Its id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14
             */
            containerId?: string;
            /**
             * @description The open container’s label.
             * @example R-0001-01
             */
            containerLabel?: string;
            /**
             * @description When.
             * @example 2026-09-04T22:05:00.000Z
             */
            countedAt: string;
            /**
             * @description Sealed containers counted.
             * @example 11
             */
            countedContainers?: number;
            /**
             * @description Counted, mg.
             * @example 5500
             */
            countedMg: string;
            /**
             * @description The count’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b60
             */
            countId: string;
            /**
             * @description The discrepancy that it opened.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b61
             */
            discrepancyId?: string;
            /**
             * @description The location’s code.
             * @example SAFE
             */
            locationCode: string;
            /**
             * @description The location’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12
             */
            locationId: string;
            /**
             * @description The location.
             * @example Main safe
             */
            locationName: string;
            /**
             * @description How.
             * @example exact
             */
            method: string;
            /**
             * @description Who did it.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16
             */
            personId?: string;
            /**
             * @description Their name.
             * @example Nora Quill
             */
            personName?: string;
            /**
             * @description The product’s code.
             * @example KET50-10
             */
            productCode: string;
            /**
             * @description The product’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            productId: string;
            /**
             * @description The product.
             * @example Ketamine hydrochloride 50 mg/mL, 10 mL
             */
            productName: string;
            /**
             * @description The record.
             * @example 301
             */
            seq: number;
            /**
             * @description Sealed containers, found less book.
             * @example -1
             */
            varianceContainers?: number;
            /**
             * @description Found less book, mg.
             * @example -500
             */
            varianceMg: string;
            /**
             * @description Whether the difference is within tolerance.
             * @example false
             */
            withinTolerance: boolean;
        };
        CountRowPage: {
            items: components["schemas"]["CountRow"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
            period: components["schemas"]["LogPeriod"];
        };
        CountSheetDto: {
            location: components["schemas"]["CountedLocationDto"];
            openContainers: components["schemas"]["MeasuredContainerDto"][];
            /** @description Every product in use, there or not. */
            products: components["schemas"]["CountedProductDto"][];
        };
        DeclareIncarnationDto: {
            /** @description Why it is entered late. Kept as a private value. */
            lateReason?: string;
            /**
             * @description When it happened, with an offset. Left out: now. A late one needs `lateReason`, and shows for ever.
             * @example 2026-08-31T08:00:00-05:00
             */
            occurredAt?: string;
            /**
             * @description What happened. Kept as a private value.
             * @example Disk lost; restored to Monday
             */
            reason: string;
            /**
             * @description Tokens of POST /sites/{siteId}/signatures, made for this very body; not part of what is signed.
             * @example [
             *       "token of the second person"
             *     ]
             */
            signatures?: string[];
        };
        /**
         * @description What the detail says, as a kind of a closed list: for who words it in another language.
         * @enum {string}
         */
        DetailKind: "field_missing" | "field_unknown" | "field_form" | "field_text" | "field_length" | "field_too_long" | "field_too_short" | "field_unprintable" | "field_code" | "field_label" | "field_digits" | "field_word" | "field_token" | "field_id" | "field_bytes" | "field_number" | "field_between" | "field_at_least" | "field_at_most" | "field_flag" | "field_choice" | "field_day" | "field_object" | "field_list" | "field_too_many" | "field_too_few" | "field_twice" | "time_form" | "time_seconds_offset" | "time_example" | "day_or_time_form" | "no_moment" | "no_day" | "period_backwards" | "period_empty" | "record_has_no_period" | "birth_date" | "dea_form" | "dea_registrant_type" | "dea_checksum" | "npi_form" | "npi_first_digit" | "npi_checksum" | "ndc_ambiguous" | "ndc_without_11_digits" | "gtin_form" | "gtin_other_ndc" | "barcode_empty" | "barcode_not_gs1_symbology" | "barcode_malformed_brackets" | "barcode_unknown_ai" | "barcode_empty_value" | "barcode_too_short" | "barcode_too_long" | "barcode_too_long_missing_fnc1" | "barcode_illegal_character" | "barcode_illegal_month" | "barcode_illegal_day" | "barcode_check_digit" | "barcode_conflicting_repeat" | "barcode_missing_gtin" | "barcode_other_product" | "barcode_other_than_typed" | "barcode_unknown_gtin" | "package_unnamed" | "lot_missing" | "lot_expires_otherwise" | "expiry_missing" | "supplier_unnamed" | "counted_otherwise_listed" | "receipt_too_large" | "product_field_missing" | "product_field_foreign" | "expired_on" | "usable_until" | "holds_less" | "not_out_unopened" | "out_for_other_session" | "taken_out_whole" | "sealed_of_several_doses" | "waits_to_be_witnessed" | "volume_is_other_amount" | "no_whole_units" | "devices_are_other_amount" | "count_unclear" | "in_hand_less" | "in_hand_less_pending" | "still_in_hand" | "still_in_hand_and_pending" | "still_pending" | "order_unclear" | "dose_times" | "observed_until" | "discharged_already" | "session_is_open" | "session_id_taken" | "not_in_use" | "pending_waste_of_other" | "patient_kept" | "reverses_no_movement" | "reverses_discrepancy" | "reverses_ended_session" | "reverses_used" | "reverses_pending" | "reverses_rested_on" | "reverses_changed" | "reversal_own" | "witnesses_needed_one" | "witnesses_needed" | "signed_twice" | "signature_unknown" | "signature_of_other_act" | "signature_says_other" | "not_stated_seen" | "signatures_form" | "signer_not_of_site" | "key_signed_before" | "approver_other_administrator" | "approval_needed" | "voucher_needed" | "voucher_made_link" | "voucher_elsewhere" | "key_enrolled_before" | "username_form" | "username_taken" | "password_short" | "password_long" | "password_holds_name" | "password_common" | "password_few_characters" | "own_account" | "own_role" | "person_disabled" | "nobody_enabled" | "role_held" | "role_beside" | "role_in_past" | "role_backwards" | "inspector_until" | "policy_form" | "policy_unknown" | "policy_value" | "performer_cannot_be_only_witness" | "own_second_factor_first" | "registration_taken" | "log_in_with_key" | "log_in_with_code" | "remove_authenticator_first" | "enrol_authenticator_first" | "administrator_made" | "setup_link_old" | "organisation_made" | "keys_work_at" | "set_and_cleared" | "change_empty" | "containers_are_of_it" | "session_is_of_it" | "no_site" | "no_record" | "no_record_yet" | "no_record_of_stock" | "no_movement" | "no_container" | "no_location" | "no_session" | "no_patient" | "no_person" | "no_role" | "no_key" | "no_pending_waste" | "no_discrepancy" | "no_alarm" | "no_verification" | "no_bundle" | "no_subject" | "no_reference" | "no_head_yet" | "head_of_other_log" | "head_not_ours" | "log_key_recorded" | "log_key_retired" | "incarnation_declared" | "alarm_closed" | "act_of_other" | "bundle_subject" | "bundle_record" | "constraint_broken" | "report_has_no" | "cursor_unknown" | "json_invalid" | "json_wanted" | "body_not_canonical" | "address_id" | "value_unusable" | "method_other";
        DisabledAnswer: {
            /** @example true */
            disabled: boolean;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12 */
            personId: string;
        };
        DischargedDto: {
            /** @example 2026-08-31T17:20:00.000Z */
            dischargedAt: string;
            /**
             * @description Before the observation was over.
             * @example false
             */
            dischargedEarly: boolean;
            /** @example 2026-08-31T17:12:00.000Z */
            observeUntil: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            sessionId: string;
        };
        DischargeDto: {
            /**
             * @description Why the patient leaves before the observation is over. Kept apart from the record as a private value.
             * @example Left against advice.
             */
            earlyReason?: string;
            /** @description Why it is entered late. Kept as a private value. */
            lateReason?: string;
            /**
             * @description When it happened, with an offset. Left out: now. A late one needs `lateReason`, and shows for ever.
             * @example 2026-08-31T08:00:00-05:00
             */
            occurredAt?: string;
        };
        DiscrepancyDetailsDto: {
            /** @example 61 */
            ageHours: number;
            /**
             * @description Its label.
             * @example 20260831-0002-01
             */
            container?: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30 */
            containerId?: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b61 */
            discrepancyId: string;
            /** @description The records about it, the oldest first. */
            history: components["schemas"]["RecordView"][];
            /**
             * @description What the ledger holds in suspense for it; a count moves no stock, and holds none.
             * @example 0
             */
            inSuspenseMg: string;
            /**
             * @description What brought it to light.
             * @example count
             * @enum {string}
             */
            kind: "count" | "close_out" | "receipt";
            /** @example SAFE */
            locationCode: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23 */
            locationId: string;
            /** @example 2026-09-04T22:05:00.000Z */
            openedAt: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b42 */
            openedBy: string;
            /** @example RPH1 */
            openedByName: string;
            /**
             * @description The record that opened it.
             * @example 301
             */
            openedSeq: number;
            /** @example KET50 */
            productCode: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21 */
            productId: string;
            /** @example Ketamine hydrochloride injection */
            productName: string;
            /**
             * @example open
             * @enum {string}
             */
            status: "open" | "resolved";
            /**
             * @description Of sealed containers.
             * @example -1
             */
            varianceContainers?: number;
            /**
             * @description Found less book.
             * @example -500
             */
            varianceMg: string;
        };
        DiscrepancyDto: {
            /** @example 61 */
            ageHours: number;
            /**
             * @description Its label.
             * @example 20260831-0002-01
             */
            container?: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30 */
            containerId?: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b61 */
            discrepancyId: string;
            /**
             * @description What the ledger holds in suspense for it; a count moves no stock, and holds none.
             * @example 0
             */
            inSuspenseMg: string;
            /**
             * @description What brought it to light.
             * @example count
             * @enum {string}
             */
            kind: "count" | "close_out" | "receipt";
            /** @example SAFE */
            locationCode: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23 */
            locationId: string;
            /** @example 2026-09-04T22:05:00.000Z */
            openedAt: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b42 */
            openedBy: string;
            /** @example RPH1 */
            openedByName: string;
            /**
             * @description The record that opened it.
             * @example 301
             */
            openedSeq: number;
            /** @example KET50 */
            productCode: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21 */
            productId: string;
            /** @example Ketamine hydrochloride injection */
            productName: string;
            /**
             * @example open
             * @enum {string}
             */
            status: "open" | "resolved";
            /**
             * @description Of sealed containers.
             * @example -1
             */
            varianceContainers?: number;
            /**
             * @description Found less book.
             * @example -500
             */
            varianceMg: string;
        };
        DiscrepancyPage: {
            items: components["schemas"]["DiscrepancyDto"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        DiscrepancyRow: {
            /**
             * @description Whole hours since it was opened.
             * @example 61
             */
            ageHours: number;
            /**
             * @description Its id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14
             */
            containerId?: string;
            /**
             * @description The open container’s label.
             * @example R-0001-01
             */
            containerLabel?: string;
            /**
             * @description Its id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b61
             */
            discrepancyId: string;
            /**
             * @description What the ledger holds in suspense for it, mg.
             * @example 0
             */
            inSuspenseMg: string;
            /**
             * @description What brought it to light.
             * @example count
             * @enum {string}
             */
            kind: "count" | "close_out" | "receipt";
            /**
             * @description The location’s code.
             * @example SAFE
             */
            locationCode: string;
            /**
             * @description The location’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12
             */
            locationId: string;
            /**
             * @description The location.
             * @example Main safe
             */
            locationName: string;
            /**
             * @description When it was opened.
             * @example 2026-09-04T22:05:00.000Z
             */
            openedAt: string;
            /**
             * @description Who did it.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16
             */
            personId?: string;
            /**
             * @description Their name.
             * @example Nora Quill
             */
            personName?: string;
            /**
             * @description The product’s code.
             * @example KET50-10
             */
            productCode: string;
            /**
             * @description The product’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            productId: string;
            /**
             * @description The product.
             * @example Ketamine hydrochloride 50 mg/mL, 10 mL
             */
            productName: string;
            /**
             * @description The record.
             * @example 301
             */
            seq: number;
            /**
             * @description Whether it is explained.
             * @example open
             * @enum {string}
             */
            status: "open" | "resolved";
            /**
             * @description Sealed containers, found less book.
             * @example -1
             */
            varianceContainers?: number;
            /**
             * @description Found less book, mg.
             * @example -500
             */
            varianceMg: string;
        };
        DiscrepancyRowPage: {
            items: components["schemas"]["DiscrepancyRow"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
            period: components["schemas"]["LogPeriod"];
        };
        DrawDto: {
            /**
             * @description Label or id of the container.
             * @example 20260831-0002-01
             */
            container: string;
            /** @description How many devices left a kit. */
            deviceCount?: number;
            /** @description Why it is entered late. Kept as a private value. */
            lateReason?: string;
            /**
             * @description When it happened, with an offset. Left out: now. A late one needs `lateReason`, and shows for ever.
             * @example 2026-08-31T08:00:00-05:00
             */
            occurredAt?: string;
            /**
             * Format: uuid
             * @description The session.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            sessionId: string;
            /**
             * @description What left a vial, in mL.
             * @example 0.72
             */
            volumeMl?: string;
        };
        DrawnDto: {
            /**
             * @description Of a draw: more is given and in hand with it than was ordered.
             * @example true
             */
            aboveOrder?: boolean;
            /** @example 36 */
            amountMg: string;
            /**
             * @description The last day of use after opening.
             * @example 2026-09-24
             */
            beyondUseOn?: string;
            /**
             * @description Its label.
             * @example 20260831-0002-01
             */
            container: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30 */
            containerId: string;
            /**
             * @example open
             * @enum {string}
             */
            containerState: "sealed" | "taken" | "open" | "empty" | "quarantined" | "broken" | "destroyed" | "sent_out" | "void";
            /** @example 2 */
            deviceCount?: number;
            /**
             * @description In hand for the session after it.
             * @example 36
             */
            inHandMg: string;
            /**
             * @description The day of the first puncture.
             * @example 2026-08-31
             */
            openedOn?: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            sessionId: string;
            /** @example 0.72 */
            volumeMl?: string;
        };
        EndSessionDto: {
            /** @description Why it is entered late. Kept as a private value. */
            lateReason?: string;
            /**
             * @description When it happened, with an offset. Left out: now. A late one needs `lateReason`, and shows for ever.
             * @example 2026-08-31T08:00:00-05:00
             */
            occurredAt?: string;
        };
        EnrolAnswer: {
            /**
             * @description To type into an authenticator, in base 32.
             * @example JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP
             */
            secret: string;
            /**
             * @description To show as a QR code.
             * @example otpauth://totp/Countersign:rn1?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Countersign
             */
            uri: string;
        };
        EnrolKeyRequest: {
            attestation: components["schemas"]["AttestationBody"];
            /**
             * @description To tell it from others; no part of the log.
             * @example blue security key
             */
            name: string;
            /** @description Who knows you and sees you enrol: not you, nor whoever made the link you opened your account with. */
            voucher?: components["schemas"]["PresentPersonBody"];
        };
        EnrolledAnswer: {
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b60 */
            passkeyId: string;
        };
        EnrolmentOptionsAnswer: {
            /**
             * @description For `navigator.credentials.create()`, in the form its `parseCreationOptionsFromJSON` takes.
             * @example {
             *       "challenge": "aGVsbG8gZnJvbSBhbiBhdXRoZW50aWNhdG9y",
             *       "rp": {
             *         "id": "ledger.clinic.example",
             *         "name": "Countersign"
             *       }
             *     }
             */
            options: {
                [key: string]: unknown;
            };
            /**
             * @description It is the first key: another person must authenticate beside you as `voucher`.
             * @example true
             */
            voucherNeeded: boolean;
        };
        EntryDto: {
            /**
             * @description What the act says besides its lines.
             * @example {
             *       "from": "in_hand",
             *       "sessionId": "01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11",
             *       "amountMg": "2",
             *       "volumeMl": "0.04"
             *     }
             */
            act?: {
                [key: string]: unknown;
            };
            /** @description The first did it. */
            actors: components["schemas"]["ActorView"][];
            /**
             * @description The erasure that destroyed its private values.
             * @example 9042
             */
            erasedBySeq?: number;
            /**
             * @description The idempotency key of its request, or an id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            id: string;
            /** @description Digest of what the signers signed, base64. */
            intent?: string;
            /**
             * @description Entered later than the site's policy allows without a reason; shows for ever.
             * @example false
             */
            late: boolean;
            /**
             * @description RFC 6962 leaf hash, base64: what its place in the log commits to.
             * @example 7n3p6dZ5q0o7cs2f4kB5tV2oL9c0z3j6y7p8e9x0d1m=
             */
            leafHash: string;
            /** @description They sum to zero for each product. */
            lines?: components["schemas"]["LineView"][];
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23 */
            locationId?: string;
            named: components["schemas"]["NamedDto"][];
            /**
             * @description When it happened, as the person says.
             * @example 2026-08-31T14:38:00.000Z
             */
            occurredAt: string;
            /**
             * @description The ledger's clock.
             * @example 2026-08-31T14:38:11.204Z
             */
            recordedAt: string;
            refusal?: components["schemas"]["RefusalView"];
            /**
             * @description The entry that undid this one.
             * @example 130
             */
            reversedBySeq?: number;
            /**
             * @description The entry that this one undoes.
             * @example 118
             */
            reversesSeq?: number;
            /**
             * @description Its number in the log of the site.
             * @example 121
             */
            seq: number;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            sessionId?: string;
            /**
             * @description What else it is about.
             * @example [
             *       "01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11"
             *     ]
             */
            subjects?: string[];
            /**
             * @description Free text given with the act: why it was wasted, why it is late.
             * @example {
             *       "reason": "dose remainder"
             *     }
             */
            texts?: {
                [key: string]: string;
            };
            /**
             * @description What was done; `refused` for an attempt.
             * @example waste
             */
            type: string;
        };
        ErasableDto: {
            /**
             * @description Whether that day has come.
             * @example false
             */
            allowed: boolean;
            /**
             * @description The first day on which it is allowed.
             * @example 2033-03-03
             */
            erasableFrom: string;
            /**
             * @description The last that happened with the patient.
             * @example 2026-03-02T08:00:00.000Z
             */
            lastRecordAt: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            patientId: string;
            /**
             * @description Records about the patient that still have private values.
             * @example 42
             */
            recordCount: number;
            /**
             * @description The longest that the site has promised since then.
             * @example 7
             */
            retentionYears: number;
            /**
             * @description Values in them.
             * @example 57
             */
            valueCount: number;
        };
        ErasedDto: {
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b71 */
            erasureId: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            patientId: string;
            /**
             * @description Records whose private values are gone.
             * @example 42
             */
            recordCount: number;
            /**
             * @description Records that one erasure could not name: erase again.
             * @example 0
             */
            remaining: number;
            /**
             * @description Values that are gone, each with its salt.
             * @example 57
             */
            valueCount: number;
        };
        ErasureDto: {
            /**
             * @description Why. No words of one’s own: they would stay.
             * @example retention_over
             * @enum {string}
             */
            basis: "retention_over" | "patient_asked";
            /**
             * Format: uuid
             * @description Whose private values are destroyed.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            patientId: string;
            /**
             * @description The token of the second person, who signs `erasures` as `approved`, made for this very body.
             * @example [
             *       "token of the second person"
             *     ]
             */
            signatures?: string[];
        };
        FieldError: {
            /** @example This has at most 20 characters. */
            detail: string;
            /** @example amountMg */
            field: string;
            /**
             * @description What the detail says, as a kind of a closed list: for who words it in another language.
             * @example field_too_long
             */
            kind: components["schemas"]["DetailKind"];
            /**
             * @description What the kind names: amounts with their unit in the name, days, labels, counts.
             * @example {
             *       "max": "20"
             *     }
             */
            values: {
                [key: string]: string;
            };
        };
        FindingDto: {
            /**
             * @description What is wrong with it.
             * @example leaf_differs
             */
            kind: string;
            /**
             * @description The record that is wrong.
             * @example 61
             */
            seq: number;
            /**
             * @description The table where it is one.
             * @example line
             */
            table?: string;
        };
        GiveDto: {
            /**
             * @description What was given, in mg.
             * @example 34
             */
            amountMg?: string;
            /** @description How many devices; may stand beside `amountMg`. */
            deviceCount?: number;
            /** @description Why it is entered late. Kept as a private value. */
            lateReason?: string;
            /**
             * @description Kept apart from the record as a private value.
             * @example Tolerated well.
             */
            note?: string;
            /**
             * @description When it happened, with an offset. Left out: now. A late one needs `lateReason`, and shows for ever.
             * @example 2026-08-31T08:00:00-05:00
             */
            occurredAt?: string;
            /**
             * Format: uuid
             * @description The session.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            sessionId: string;
            /**
             * @description When the dose began.
             * @example 2026-08-31T09:32:00-05:00
             */
            startedAt?: string;
            /**
             * @description When it ended: from then on the patient is observed.
             * @example 2026-08-31T10:12:00-05:00
             */
            stoppedAt?: string;
        };
        GivenDto: {
            /**
             * @description With it more was given in all than was ordered.
             * @example false
             */
            aboveOrder: boolean;
            /** @example 34 */
            amountMg: string;
            /** @example 1 */
            deviceCount?: number;
            /** @example 2026-08-31T14:32:00.000Z */
            firstDoseAt: string;
            /**
             * @description Given in the session in all.
             * @example 34
             */
            givenMg: string;
            /**
             * @description In hand for the session after it.
             * @example 2
             */
            inHandMg: string;
            /** @example 2026-08-31T15:12:00.000Z */
            lastDoseAt: string;
            /**
             * @description Until then the patient is observed.
             * @example 2026-08-31T17:12:00.000Z
             */
            observeUntil: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            sessionId: string;
            /** @example 0.68 */
            volumeMl?: string;
        };
        GrantRoleRequest: {
            /**
             * @description Left out: now.
             * @example 2026-03-02T08:00:00Z
             */
            from?: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12 */
            personId: string;
            /**
             * @example nurse
             * @enum {string}
             */
            role: "administrator" | "pharmacist" | "nurse" | "prescriber" | "witness" | "compliance_officer" | "inspector";
            /**
             * @description Left out: without an end. An inspector needs one.
             * @example 2026-04-01T00:00:00Z
             */
            until?: string;
        };
        HeadComparison: {
            /**
             * @description The newest checkpoint, to be kept in the place of the other.
             * @example clinic.example/countersign/site/01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             *     120
             *     7n3p6dZ5q0o7cs2f4kB5tV2oL9c0z3j6y7p8e9x0d1m=
             *
             *     — clinic.example/countersign/site/01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 hI2DJw...
             */
            checkpoint?: string;
            /**
             * @description Whether the log as it is begins with all that the client’s head covers. False is kept as evidence.
             * @example true
             */
            consistent: boolean;
            /**
             * @description The head is of an earlier incarnation of the log; two people declared the next one in this record.
             * @example 118
             */
            declaredSeq?: number;
            /**
             * @description What is wrong, for the person.
             * @example The log is shorter than it was.
             */
            detail?: string;
            /**
             * @description The record that keeps the client’s head as evidence.
             * @example 121
             */
            evidenceSeq?: number;
            /**
             * @description RFC 6962 consistency proof, base64, from the client’s head to the newest: what the client verifies before it believes.
             * @example [
             *       "9l2m5cY4o9m6bq0d2iZ3rT0mJ7a8y1h4w5n6c7v8b9k="
             *     ]
             */
            path?: string[];
        };
        HeadDto: {
            /**
             * @description When the last was recorded.
             * @example 2026-08-31T13:00:00.000Z
             */
            lastAt: string;
            /**
             * @description What the time is by the ledger’s clock: a device’s may be wrong.
             * @example 2026-08-31T13:00:04.512Z
             */
            now: string;
            /**
             * @description With `since`: whether since then anything has changed of what a site knows of itself: its rules, places, products, partners and people. It seldom does, and need not be read again with each dose.
             * @example false
             */
            reference?: boolean;
            /**
             * @description Records in the log.
             * @example 2871
             */
            size: number;
        };
        HealthDto: {
            /**
             * @description `degraded`: care goes on, and heads of a log are not signed, not witnessed or do not get outside; the alarms say which and why.
             * @example ok
             * @enum {string}
             */
            status: "ok" | "degraded";
        };
        IncarnationDto: {
            /**
             * @description Which incarnation of the log has begun.
             * @example 2
             */
            incarnation: number;
            /**
             * @description Records that are kept of it.
             * @example 118
             */
            keptRecords: number;
            /** @example clinic.example/countersign/incarnation/2/site/… */
            origin: string;
            /**
             * @description Records that were signed of the log as it was.
             * @example 120
             */
            previousSize: number;
        };
        KeyDescriptorAnswer: {
            /** @example aGVsbG8gZnJvbSBhbiBhdXRoZW50aWNhdG9y */
            id: string;
            /**
             * @example [
             *       "usb"
             *     ]
             */
            transports?: string[];
            /**
             * @example public-key
             * @enum {string}
             */
            type: "public-key";
        };
        KeyItem: {
            /**
             * @description The make of authenticator; zeros where it does not say.
             * @example 00000000-0000-0000-0000-000000000000
             */
            aaguid: string;
            /** @example 2026-03-02T08:00:00.000Z */
            addedAt: string;
            /**
             * @description It is kept in a cloud of its maker’s at the moment.
             * @example false
             */
            backedUp: boolean;
            /**
             * @description It never leaves its device. As the authenticator says.
             * @example true
             */
            deviceBound: boolean;
            /** @example 2026-03-03T08:00:00.000Z */
            lastUsedAt?: string;
            /** @example blue security key */
            name: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b60 */
            passkeyId: string;
        };
        KeyLoginRequest: {
            assertion: components["schemas"]["AssertionBody"];
            /**
             * @description As for the log-in by password.
             * @default cookie
             * @enum {string}
             */
            kind: "cookie" | "bearer";
        };
        KeyQuestionAnswer: {
            /** @description Empty: whichever key knows the domain. */
            allowCredentials: components["schemas"]["KeyDescriptorAnswer"][];
            /**
             * @description What is to be signed. Base64url.
             * @example n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg
             */
            challenge: string;
            /**
             * @description The domain the key is bound to.
             * @example ledger.clinic.example
             */
            rpId: string;
            /**
             * @description Milliseconds.
             * @example 120000
             */
            timeout: number;
            /**
             * @example required
             * @enum {string}
             */
            userVerification: "required";
        };
        KeyQuestionRequest: {
            /**
             * @description Whose key is asked. Left out: a key that knows its owner by itself.
             * @example rn1
             */
            username?: string;
        };
        KeysAnswer: {
            items: components["schemas"]["KeyItem"][];
        };
        LateEntryRow: {
            /**
             * @description How much moved, mg; absent where nothing did.
             * @example 12.5
             */
            amountMg?: string;
            /**
             * @description Recorded later than the site’s policy allows without a reason.
             * @example true
             */
            late: boolean;
            /**
             * @description Why it is late; only to whom may read patients’ data.
             * @example Power cut
             */
            lateReason?: string;
            /**
             * @description Where.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12
             */
            locationId: string;
            /**
             * @description Whole minutes between the two.
             * @example 190
             */
            minutesLater: number;
            /**
             * @description When it happened, as the person says.
             * @example 2026-08-03T14:00:00.000Z
             */
            occurredAt: string;
            /**
             * @description Who did it.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16
             */
            personId: string;
            /**
             * @description Their name.
             * @example Nora Quill
             */
            personName?: string;
            /**
             * @description When it was recorded.
             * @example 2026-08-03T17:10:00.000Z
             */
            recordedAt: string;
            /**
             * @description `happened_before` the period and recorded in it; happened in it and `recorded_after` it, so not in its figures; or both `within` it, late.
             * @example happened_before
             * @enum {string}
             */
            relation: "happened_before" | "recorded_after" | "within";
            /**
             * @description The record.
             * @example 1042
             */
            seq: number;
            /**
             * @description The session it belongs to.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b15
             */
            sessionId?: string;
            /**
             * @description What it records.
             * @example waste
             */
            type: string;
        };
        LateEntryRowPage: {
            items: components["schemas"]["LateEntryRow"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
            period: components["schemas"]["LogPeriod"];
        };
        LineView: {
            /**
             * @description Of each holder; minus leaves it.
             * @example -2
             */
            amountMg: string;
            /** @example -1 */
            deviceCount?: number;
            /**
             * @example waste
             * @enum {string}
             */
            holder: "container" | "in_hand" | "suspense" | "in_transit" | "supplier" | "overfill" | "patient" | "waste" | "breakage" | "destroyed" | "reverse_distributor" | "other_registrant" | "close_out_shortage" | "loss";
            /**
             * @description Containers, sessions or discrepancies; a holder outside has none.
             * @example [
             *       "01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11"
             *     ]
             */
            ids?: string[];
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23 */
            locationId: string;
            /** @description Whose totals it counts to, where that is not the performer. */
            personId?: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21 */
            productId: string;
            /** @example -0.04 */
            volumeMl?: string;
        };
        LinkAnswer: {
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b40 */
            invitationId: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12 */
            personId: string;
            /**
             * @description To be handed to the person, who sends it to `auth/accept-invitation` with a password. Counts once.
             * @example mC7b1v0W3m2b5S9cX2lqvJ9kF0aQmJ5oYk8wR1tZ4uE
             */
            token: string;
        };
        ListQuestionRequest: {
            /**
             * @description The last part of the address of the acts.
             * @example moves
             * @enum {string}
             */
            act: "receipts" | "moves" | "counts";
            /** @description The acts that were shown to the signer, in their order. */
            acts: components["schemas"]["ActToSign"][];
            /**
             * @description Whose key is asked. Left out: a key that knows its owner by itself.
             * @example rn2
             */
            username?: string;
        };
        LocationAddedDto: {
            /** @example SAFE */
            code: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            locationId: string;
        };
        LocationChangedDto: {
            /** @description `false` takes it out of use, `true` into use again. */
            active?: boolean;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            locationId: string;
            /**
             * @description What people call it.
             * @example Safe in the pharmacy
             */
            name?: string;
        };
        LocationChangeDto: {
            /** @description `false` takes it out of use, `true` into use again. */
            active?: boolean;
            /**
             * @description What people call it.
             * @example Safe in the pharmacy
             */
            name?: string;
        };
        LocationDto: {
            /** @example true */
            active: boolean;
            /** @example SAFE */
            code: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            locationId: string;
            /** @example Safe in the pharmacy */
            name: string;
        };
        LocationPage: {
            items: components["schemas"]["LocationDto"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        LoginAnswer: {
            /**
             * @description Browsers send it as `X-CSRF-Token` with everything but GET. Absent for a bearer session.
             * @example Zx1q3pT6hQ3p7m8s3b8m2yq0d8c9sX1kq0vM6dT3Zr2
             */
            csrfToken?: string;
            /** @example Rosa Nguyen */
            displayName: string;
            /**
             * @description When it ends whatever happens.
             * @example 2026-03-02T20:00:00.000Z
             */
            expiresAt: string;
            /**
             * @description A passkey or security key of their own is enrolled.
             * @example false
             */
            hasPasskey: boolean;
            /**
             * @description An authenticator is enrolled.
             * @example false
             */
            hasSecondFactor: boolean;
            /**
             * @description Without a request for this long the session ends.
             * @example 1800
             */
            idleSeconds: number;
            /**
             * @example cookie
             * @enum {string}
             */
            kind: "cookie" | "bearer";
            /**
             * @description How this session was opened.
             * @example password
             * @enum {string}
             */
            method: "password" | "password+totp" | "passkey";
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12 */
            personId: string;
            /** @description Where the person is something now. */
            sites: components["schemas"]["SiteOfMe"][];
            /**
             * @description Of a bearer session, shown this once.
             * @example mC7b1v0W3m2b5S9cX2lqvJ9kF0aQmJ5oYk8wR1tZ4uE
             */
            token?: string;
            /** @example rn1 */
            username: string;
        };
        LoginRequest: {
            /**
             * @description `cookie`: for a browser; the token is only in an HttpOnly cookie. `bearer`: for a program; the token is in the answer, to be sent as `Authorization: Bearer`.
             * @default cookie
             * @example cookie
             * @enum {string}
             */
            kind: "cookie" | "bearer";
            /**
             * @description Your password as it is now.
             * @example correct-horse-battery
             */
            password: string;
            /**
             * @description The six digits your authenticator shows now; each code counts once. Needed by whoever has one.
             * @example 492039
             */
            totp?: string;
            /**
             * @description In any case of letters.
             * @example rn1
             */
            username: string;
        };
        LogKeysAnswer: {
            /** @example clinic.example/countersign/site/01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            origin: string;
            /**
             * @description Verifier keys (c2sp.org/signed-note) that have signed heads of this log, the oldest first.
             * @example [
             *       "clinic.example/countersign/site/01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11+a1b2c3d4+AWtl..."
             *     ]
             */
            vkeys: string[];
        };
        LogPeriod: {
            /**
             * @description Its first moment.
             * @example 2026-08-01T05:00:00.000Z
             */
            from: string;
            /**
             * @description Its first record.
             * @example 1042
             */
            fromSeq: number;
            /**
             * @description Of the site.
             * @example America/Chicago
             */
            timeZone: string;
            /**
             * @description The first moment after it.
             * @example 2026-09-01T05:00:00.000Z
             */
            until: string;
            /**
             * @description The first record after it.
             * @example 2871
             */
            untilSeq: number;
        };
        LogRecord: {
            /**
             * @description What the act says besides its lines.
             * @example {
             *       "from": "in_hand",
             *       "sessionId": "01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11",
             *       "amountMg": "2",
             *       "volumeMl": "0.04"
             *     }
             */
            act?: {
                [key: string]: unknown;
            };
            /** @description The first did it. */
            actors: components["schemas"]["ActorView"][];
            /**
             * @description The exact bytes, base64.
             * @example eyJhY3RvcnMiOlsuLi5dfQ==
             */
            bytes: string;
            /**
             * @description The erasure that destroyed its private values.
             * @example 9042
             */
            erasedBySeq?: number;
            /**
             * @description The idempotency key of its request, or an id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            id: string;
            /** @description Digest of what the signers signed, base64. */
            intent?: string;
            /**
             * @description Entered later than the site's policy allows without a reason; shows for ever.
             * @example false
             */
            late: boolean;
            /**
             * @description RFC 6962 leaf hash, base64: what its place in the log commits to.
             * @example 7n3p6dZ5q0o7cs2f4kB5tV2oL9c0z3j6y7p8e9x0d1m=
             */
            leafHash: string;
            /** @description They sum to zero for each product. */
            lines?: components["schemas"]["LineView"][];
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23 */
            locationId?: string;
            /**
             * @description When it happened, as the person says.
             * @example 2026-08-31T14:38:00.000Z
             */
            occurredAt: string;
            /**
             * @description Its private values, opened for those who may read patients.
             * @example {
             *       "reason": "Syringe dropped"
             *     }
             */
            private?: {
                [key: string]: string;
            };
            /**
             * @description The ledger's clock.
             * @example 2026-08-31T14:38:11.204Z
             */
            recordedAt: string;
            refusal?: components["schemas"]["RefusalView"];
            /**
             * @description The entry that undid this one.
             * @example 130
             */
            reversedBySeq?: number;
            /**
             * @description The entry that this one undoes.
             * @example 118
             */
            reversesSeq?: number;
            /**
             * @description Its number in the log of the site.
             * @example 121
             */
            seq: number;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            sessionId?: string;
            /**
             * @description What else it is about.
             * @example [
             *       "01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11"
             *     ]
             */
            subjects?: string[];
            /**
             * @description Free text given with the act: why it was wasted, why it is late.
             * @example {
             *       "reason": "dose remainder"
             *     }
             */
            texts?: {
                [key: string]: string;
            };
            /**
             * @description What was done; `refused` for an attempt.
             * @example waste
             */
            type: string;
        };
        LogStateDto: {
            /**
             * @description Alarms of the site that are open.
             * @example 0
             */
            openAlarms: number;
            /** @example clinic.example/countersign/site/… */
            origin: string;
            /**
             * @description Why this log is not signed on, by the kinds of the alarms; empty when it is.
             * @example []
             */
            problems: string[];
            /**
             * @description Records that the newest signed head covers; absent before the first.
             * @example 120
             */
            signedSize?: number;
            /**
             * @description `standby`: another process signs. `stopped`: no log is signed at present.
             * @example signing
             * @enum {string}
             */
            signer: "off" | "starting" | "signing" | "standby" | "stopped";
            /**
             * @description Records in the log.
             * @example 120
             */
            size: number;
        };
        LotDto: {
            /** @example 2028-01-13 */
            expiresOn: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b13 */
            lotId: string;
            /** @example LT101 */
            lotNumber: string;
            /** @example KET50 */
            productCode: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14 */
            productId: string;
        };
        LotPage: {
            items: components["schemas"]["LotDto"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        MeAnswer: {
            /**
             * @description Browsers send it as `X-CSRF-Token` with everything but GET. Absent for a bearer session.
             * @example Zx1q3pT6hQ3p7m8s3b8m2yq0d8c9sX1kq0vM6dT3Zr2
             */
            csrfToken?: string;
            /** @example Rosa Nguyen */
            displayName: string;
            /**
             * @description When it ends whatever happens.
             * @example 2026-03-02T20:00:00.000Z
             */
            expiresAt: string;
            /**
             * @description A passkey or security key of their own is enrolled.
             * @example false
             */
            hasPasskey: boolean;
            /**
             * @description An authenticator is enrolled.
             * @example false
             */
            hasSecondFactor: boolean;
            /**
             * @description Without a request for this long the session ends.
             * @example 1800
             */
            idleSeconds: number;
            /**
             * @example cookie
             * @enum {string}
             */
            kind: "cookie" | "bearer";
            /**
             * @description How this session was opened.
             * @example password
             * @enum {string}
             */
            method: "password" | "password+totp" | "passkey";
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12 */
            personId: string;
            /** @description Where the person is something now. */
            sites: components["schemas"]["SiteOfMe"][];
            /** @example rn1 */
            username: string;
        };
        MeasuredContainerDto: {
            /**
             * @description Its label.
             * @example 20260831-0002-01
             */
            container: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30 */
            containerId: string;
            /**
             * @example mL
             * @enum {string}
             */
            measuredIn: "mL" | "devices";
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21 */
            productId: string;
        };
        MovedDto: {
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            containerId: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b15 */
            fromLocationId: string;
            /** @example 20260831-0001-01 */
            label: string;
            /** @example false */
            late: boolean;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16 */
            toLocationId: string;
        };
        MoveDto: {
            /**
             * @description Label or id of a sealed container.
             * @example 20260831-0001-01
             */
            container: string;
            /** @description Why it is entered late. Kept as a private value. */
            lateReason?: string;
            /** @description Anything worth knowing. Kept as a private value. */
            note?: string;
            /**
             * @description When it happened, with an offset. Left out: now. A late one needs `lateReason`, and shows for ever.
             * @example 2026-08-31T08:00:00-05:00
             */
            occurredAt?: string;
            /**
             * @description Tokens of POST /sites/{siteId}/signatures, made for this very body; not part of what is signed.
             * @example [
             *       "token of the second person"
             *     ]
             */
            signatures?: string[];
            /**
             * Format: uuid
             * @description Where it goes.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            toLocationId: string;
        };
        NamedDto: {
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30 */
            id: string;
            /**
             * @example container
             * @enum {string}
             */
            kind: "container" | "product" | "location" | "patient";
            /**
             * @description Label or code; of a patient, whom a reading of its own names, the id.
             * @example R-01
             */
            name: string;
        };
        NewBundleDto: {
            /**
             * @description Only what was recorded at this time or later, with an offset. Left out: from the beginning.
             * @example 2026-09-01T00:00:00-05:00
             */
            from?: string;
            /**
             * @description What it is about: the whole life of a subject, all records of a period, or one record.
             * @example container
             * @enum {string}
             */
            kind: "container" | "lot" | "product" | "session" | "patient" | "person" | "period" | "record";
            /** @description Why, and for whom. Kept as a private value. */
            purpose?: string;
            /**
             * @description Of a single record: its number in the log.
             * @example 118
             */
            seq?: number;
            /**
             * @description `amounts` withholds every private value; `everything` asks for `patient:read` too.
             * @example amounts
             * @enum {string}
             */
            shown: "amounts" | "everything";
            /**
             * Format: uuid
             * @description The container, lot, product, session, patient or person.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            subjectId?: string;
            /**
             * @description Only what was recorded before this time, with an offset. Left out: up to the export.
             * @example 2026-10-01T00:00:00-05:00
             */
            to?: string;
        };
        NewLinkRequest: {
            /** @description A second administrator or compliance officer, beside you: neither you nor the person. */
            approver?: components["schemas"]["PresentPersonBody"];
            /**
             * @description Keys and authenticator are lost too: using the link removes them. Needs an `approver`.
             * @default false
             * @example false
             */
            removeSecondFactor: boolean;
        };
        NewLocationDto: {
            /**
             * @description Short name, as on its label; unique at the site.
             * @example SAFE
             */
            code: string;
            /**
             * @description What people call it.
             * @example Safe in the pharmacy
             */
            name: string;
        };
        NewPersonAnswer: {
            /** @example Rosa Nguyen */
            displayName: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b40 */
            invitationId: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12 */
            personId: string;
            /**
             * @description To be handed to the person, who sends it to `auth/accept-invitation` with a password. Counts once.
             * @example mC7b1v0W3m2b5S9cX2lqvJ9kF0aQmJ5oYk8wR1tZ4uE
             */
            token: string;
            /** @example rn1 */
            username: string;
        };
        NewPersonRequest: {
            /**
             * @description The name that shows beside a signature.
             * @example Rosa Nguyen
             */
            displayName: string;
            /**
             * @description 3 to 64 letters, digits, dots, hyphens, underscores or @; kept small.
             * @example rn1
             */
            username: string;
        };
        NewPrescriberDto: {
            /**
             * @description DEA registration.
             * @example BE4721634
             */
            deaNumber?: string;
            /**
             * @description Name of the prescriber.
             * @example Dr. Morgan Example
             */
            name: string;
            /**
             * @description National Provider Identifier.
             * @example 1234567893
             */
            npi?: string;
            /**
             * Format: uuid
             * @description The person with a log-in who this is.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            personId?: string;
        };
        NewProductDto: {
            /**
             * @description Last day of use after the day of opening. Left out: the expiry alone.
             * @example 28
             */
            beyondUseDays?: number;
            /**
             * @description Short name, unique at the site.
             * @example KET50
             */
            code: string;
            /**
             * @description Of an injection: label volume of a container.
             * @example 10
             */
            containerVolumeMl?: string;
            /**
             * @description DEA drug code; 7285 is ketamine.
             * @example 7285
             */
            deaCode: string;
            /** @description Of what is counted: mg in a device or unit. */
            deviceAmountMg?: string;
            /** @description Of what is counted: devices or units in a container. */
            devicesPerContainer?: number;
            /**
             * @description A multi-dose vial stays open until its close-out.
             * @example multi_dose
             * @enum {string}
             */
            dosing: "single_dose" | "multi_dose";
            /**
             * @description Measured in mL (injection), or counted.
             * @example injection
             * @enum {string}
             */
            form: "injection" | "nasal_device" | "solid";
            /**
             * @description GTIN-14 of the container that is received. Its check digit is verified, and that it holds the NDC.
             * @example 00304092053105
             */
            gtin?: string;
            /**
             * @description Name and form, as on the label.
             * @example Ketamine hydrochloride injection
             */
            name: string;
            /**
             * @description NDC with its hyphens: ten digits without them can be three codes.
             * @example 0409-2053-10
             */
            ndc: string;
            /**
             * @description Schedule of the Controlled Substances Act.
             * @example CIII
             * @enum {string}
             */
            schedule: "CI" | "CII" | "CIII" | "CIV" | "CV";
            /**
             * @description Of an injection: mg of base in a mL.
             * @example 50
             */
            strengthMgPerMl?: string;
        };
        NewSiteDto: {
            /**
             * @description The registered address: a DEA registration is for one.
             * @example 1 Clinic Plaza, Springfield, IL 62701
             */
            address: string;
            /**
             * @description DEA registration of this address; its check digit is verified.
             * @example FE3541263
             */
            deaNumber: string;
            /**
             * @description Name of the clinic.
             * @example Example Ketamine Clinic
             */
            name: string;
            /**
             * @description IANA name of the time zone; days and expiry are those of the clinic.
             * @example America/Chicago
             */
            timeZone: string;
        };
        NewSupplierDto: {
            /**
             * @description Registered address.
             * @example 500 Distribution Way, Peoria, IL 62602
             */
            address: string;
            /**
             * @description DEA registration; its check digit is verified.
             * @example PE8711079
             */
            deaNumber: string;
            /**
             * @description Name, as on the invoice.
             * @example Example Wholesale Drug Co
             */
            name: string;
        };
        ObservationDto: {
            /** @example 2026-08-31T17:20:00.000Z */
            dischargedAt?: string;
            /** @example false */
            dischargedEarly: boolean;
            /**
             * @description Absent before the first dose.
             * @example 2026-08-31T14:32:00.000Z
             */
            firstDoseAt?: string;
            /**
             * @description When the last dose ended.
             * @example 2026-08-31T15:12:00.000Z
             */
            lastDoseAt?: string;
            /**
             * @description Until then the patient is observed.
             * @example 2026-08-31T17:12:00.000Z
             */
            observeUntil?: string;
        };
        OpenMatterRow: {
            /**
             * @description Whole minutes since then.
             * @example 1440
             */
            ageMinutes: number;
            /**
             * @description How much it is about, mg.
             * @example 12.5
             */
            amountMg: string;
            /**
             * @description The container’s label.
             * @example R-0001-01
             */
            containerLabel?: string;
            /**
             * @description Of the discrepancy, pending waste, session or container.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b61
             */
            id: string;
            /**
             * @description `past_use`: a container in stock whose last day is over.
             * @example discrepancy
             * @enum {string}
             */
            kind: "discrepancy" | "pending_waste" | "unbalanced_session" | "past_use";
            /**
             * @description The location’s code.
             * @example ROOM1
             */
            locationCode: string;
            /**
             * @description The location’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12
             */
            locationId: string;
            /**
             * @description Where it is.
             * @example Treatment room 1
             */
            locationName: string;
            /**
             * @description Who opened it.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16
             */
            personId?: string;
            /**
             * @description The product’s code.
             * @example KET50-10
             */
            productCode: string;
            /**
             * @description The product’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            productId: string;
            /**
             * @description The product.
             * @example Ketamine hydrochloride 50 mg/mL, 10 mL
             */
            productName: string;
            /**
             * @description The record that opened it, or the last about it.
             * @example 1042
             */
            seq: number;
            /**
             * @description Since when it is open.
             * @example 2026-08-03T14:00:00.000Z
             */
            since: string;
        };
        OpenMatterRowPage: {
            items: components["schemas"]["OpenMatterRow"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        OpenVialRow: {
            /**
             * @description The last day it may be used after opening.
             * @example 2026-08-31
             */
            beyondUseOn?: string;
            /**
             * @description What the book says is left; below zero where the overfill is in use.
             * @example -5
             */
            bookMg: string;
            /**
             * @description The same as a volume, where that is exact.
             * @example -0.1
             */
            bookMl?: string;
            /**
             * @description Its id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14
             */
            containerId: string;
            /**
             * @description The label on the container.
             * @example R-0001-01
             */
            containerLabel: string;
            /**
             * @description The last day of its lot.
             * @example 2028-01-31
             */
            expiresOn: string;
            /**
             * @description The location’s code.
             * @example ROOM1
             */
            locationCode: string;
            /**
             * @description The location’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12
             */
            locationId: string;
            /**
             * @description Where it is.
             * @example Treatment room 1
             */
            locationName: string;
            /**
             * @description The manufacturer’s lot.
             * @example 4821A
             */
            lotNumber: string;
            /**
             * @description The local day it was opened.
             * @example 2026-08-03
             */
            openedOn: string;
            /**
             * @description Whether that day is over.
             * @example false
             */
            pastUse: boolean;
            /**
             * @description The product’s code.
             * @example KET50-10
             */
            productCode: string;
            /**
             * @description The product’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            productId: string;
            /**
             * @description The product.
             * @example Ketamine hydrochloride 50 mg/mL, 10 mL
             */
            productName: string;
            /**
             * @description The earlier of the two.
             * @example 2026-08-31
             */
            useBy: string;
        };
        OpenVialRowPage: {
            items: components["schemas"]["OpenVialRow"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        OrderDto: {
            /**
             * @description The dose in mg.
             * @example 34
             */
            amountMg?: string;
            /**
             * @description The dose in mg for each kilogram, with `weightKg`.
             * @example 0.5
             */
            amountMgPerKg?: string;
            /**
             * @description The patient’s weight in kg.
             * @example 68
             */
            weightKg?: string;
        };
        OrderOfSessionDto: {
            /**
             * @description Where it was ordered by weight.
             * @example 0.5
             */
            amountMgPerKg?: string;
            /**
             * @description In mg.
             * @example 34
             */
            orderedMg: string;
            /**
             * @description Of what is counted: how many to take.
             * @example 2
             */
            plannedDevices?: number;
            /**
             * @description What that volume holds.
             * @example 34
             */
            plannedMg?: string;
            /**
             * @description Of an injection: what to draw, as a syringe can measure it.
             * @example 0.68
             */
            plannedVolumeMl?: string;
            /**
             * @description Where it was ordered by weight.
             * @example 68
             */
            weightKg?: string;
        };
        OutsideWitness: {
            /**
             * @description Whether the policy says where it is asked.
             * @example true
             */
            asked: boolean;
            /**
             * @description When it did, as it says.
             * @example 2026-09-03T16:00:00.000Z
             */
            cosignedAt?: string;
            /**
             * @description Records of the newest head that it cosigned; absent: none yet.
             * @example 120
             */
            cosignedSize?: number;
            /**
             * @description The same as it was met.
             * @example It did not answer within 5 seconds.
             */
            detail?: string;
            /**
             * @description Its verifier key (c2sp.org/signed-note), to be compared with what its operator says.
             * @example officer.example/witness+8f25cb6f+BGbU…
             */
            key: string;
            /**
             * @description Its name in the policy.
             * @example officer
             */
            name: string;
            /**
             * @description Why it has not cosigned since. `saw_more`, `disagrees`: it saw another story of this log, which is an alarm. `not_asked`: the fault is on our side. Absent where it answers well, or was not asked since the start.
             * @example too_slow
             * @enum {string}
             */
            trouble?: "too_slow" | "unreachable" | "refused" | "wrong_answer" | "saw_more" | "disagrees" | "not_asked";
        };
        PatientDetailsDto: {
            /**
             * @description Address, which the record of a dose must hold (21 CFR 1304.22(c)).
             * @example 1 Example Street, Springfield, IL 62701
             */
            address: string;
            /**
             * @description Date of birth.
             * @example 1962-01-07
             */
            birthDate: string;
            /**
             * @description Full name.
             * @example Example Patient 1
             */
            name: string;
            /**
             * @description The clinic's own number of the patient.
             * @example PT001
             */
            reference?: string;
        };
        PatientDto: {
            /** @example true */
            active: boolean;
            /** @example 1 Example Street, Springfield, IL 62701 */
            address?: string;
            /** @example 1962-01-07 */
            birthDate?: string;
            /**
             * @description Absent once erased.
             * @example Example Patient 1
             */
            name?: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            patientId: string;
            /** @example PT001 */
            reference?: string;
        };
        PatientListedDto: {
            /** @example true */
            active: boolean;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            patientId: string;
        };
        PatientListedPage: {
            items: components["schemas"]["PatientListedDto"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        PatientNameDto: {
            /** @example 1962-01-07 */
            birthDate?: string;
            /**
             * @description Absent once erased.
             * @example Example Patient 1
             */
            name?: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            patientId: string;
            /** @example PT001 */
            reference?: string;
        };
        PatientNamesDto: {
            /** @description Those of the ids that are patients here. */
            items: components["schemas"]["PatientNameDto"][];
        };
        PatientNamesRequestDto: {
            /**
             * @description Ids of the patients a screen is about to show.
             * @example [
             *       "01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11"
             *     ]
             */
            patientIds: string[];
        };
        PatientRegisteredDto: {
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            patientId: string;
        };
        PatientSearchDto: {
            /**
             * @description Words that all stand in the name, date of birth or reference. Sent in the body, never in an address.
             * @example patient 1962
             */
            text: string;
        };
        PatientsFoundDto: {
            items: components["schemas"]["PatientDto"][];
            /**
             * @description More patients match than are shown: say more of the name.
             * @example false
             */
            more: boolean;
        };
        PendingOfSessionDto: {
            /** @example 2 */
            amountMg: string;
            /**
             * @description Where it is wasted from a container.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30
             */
            containerId?: string;
            /** @example 1 */
            deviceCount?: number;
            /** @example 2026-08-31T15:20:00.000Z */
            openedAt: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b50 */
            pendingWasteId: string;
            /** @example 0.04 */
            volumeMl?: string;
        };
        PendingWasteDto: {
            /**
             * @description How much, in mg.
             * @example 2
             */
            amountMg?: string;
            /**
             * @description Label or id, where it is wasted from a container.
             * @example 20260831-0003-01
             */
            container?: string;
            /** @description How many devices. */
            deviceCount?: number;
            /** @description Why it is entered late. Kept as a private value. */
            lateReason?: string;
            /**
             * @description When it happened, with an offset. Left out: now. A late one needs `lateReason`, and shows for ever.
             * @example 2026-08-31T08:00:00-05:00
             */
            occurredAt?: string;
            /**
             * @description Needed. Kept apart from the record as a private value.
             * @example dose remainder
             */
            reason?: string;
            /**
             * Format: uuid
             * @description Whose hand it is wasted from; with `container` a reference only.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            sessionId?: string;
            /**
             * @description How much, in mL.
             * @example 0.04
             */
            volumeMl?: string;
        };
        PendingWasteListedDto: {
            /** @example 12 */
            ageMinutes: number;
            /** @example 2 */
            amountMg: string;
            /**
             * @description Its label.
             * @example 20260831-0002-01
             */
            container?: string;
            /**
             * @description Where it is wasted from a container.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30
             */
            containerId?: string;
            /** @example 1 */
            deviceCount?: number;
            /** @example ROOM1 */
            locationCode: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23 */
            locationId: string;
            /** @example 2026-08-31T14:38:00.000Z */
            openedAt: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b40 */
            openedBy: string;
            /** @example RN1 */
            openedByName: string;
            /**
             * @description The record that opened it.
             * @example 121
             */
            openedSeq: number;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b50 */
            pendingWasteId: string;
            /** @example KET50 */
            productCode: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21 */
            productId: string;
            /** @example Ketamine hydrochloride injection */
            productName: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            sessionId?: string;
            /** @description Who has signed so far. */
            signedBy: components["schemas"]["PersonNamedDto"][];
            /**
             * @example pending
             * @enum {string}
             */
            status: "pending" | "complete" | "withdrawn";
            /** @example 0.04 */
            volumeMl?: string;
        };
        PendingWasteListedPage: {
            items: components["schemas"]["PendingWasteListedDto"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        PendingWasteOpenedDto: {
            /** @example 2 */
            amountMg: string;
            /**
             * @description Its label.
             * @example 20260831-0002-01
             */
            container?: string;
            /**
             * @description Where it is wasted from a container.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30
             */
            containerId?: string;
            /** @example 1 */
            deviceCount?: number;
            /** @example false */
            late: boolean;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b50 */
            pendingWasteId: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            sessionId?: string;
            /**
             * @description Given so far.
             * @example 0
             */
            signatures: number;
            /** @example 2 */
            signaturesRequired: number;
            /**
             * @example pending
             * @enum {string}
             */
            status: "pending";
            /** @example 0.04 */
            volumeMl?: string;
        };
        PendingWasteSignedDto: {
            /** @example 2 */
            amountMg?: string;
            /**
             * @description Its label.
             * @example 20260831-0002-01
             */
            container?: string;
            /**
             * @description Where it is wasted from a container.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30
             */
            containerId?: string;
            /** @example 1 */
            deviceCount?: number;
            /**
             * @description In hand for the session after it, where it was wasted from there.
             * @example 0
             */
            inHandMg?: string;
            /** @example false */
            late?: boolean;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b50 */
            pendingWasteId: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            sessionId?: string;
            /** @example 1 */
            signatures: number;
            /** @example 2 */
            signaturesRequired: number;
            /**
             * @description `complete`: this signature recorded the waste.
             * @example pending
             * @enum {string}
             */
            status: "pending" | "complete";
            /** @example 0.04 */
            volumeMl?: string;
        };
        PendingWasteWithdrawnDto: {
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b50 */
            pendingWasteId: string;
            /**
             * @example withdrawn
             * @enum {string}
             */
            status: "withdrawn";
        };
        PersonItem: {
            /** @example false */
            disabled: boolean;
            /** @example Rosa Nguyen */
            displayName: string;
            /**
             * @description A passkey or security key is enrolled.
             * @example false
             */
            hasPasskey: boolean;
            /**
             * @description False until the person has used their invitation.
             * @example true
             */
            hasPassword: boolean;
            /**
             * @description An authenticator is enrolled.
             * @example false
             */
            hasSecondFactor: boolean;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12 */
            personId: string;
            /** @example rn1 */
            username: string;
        };
        PersonItemPage: {
            items: components["schemas"]["PersonItem"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        PersonNamedDto: {
            /** @example RN4 */
            displayName: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b41 */
            personId: string;
        };
        PersonOfSite: {
            /** @example false */
            disabled: boolean;
            /** @example Rosa Nguyen */
            displayName: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12 */
            personId: string;
            /** @description Roles in force here, and those still to begin. */
            roles: components["schemas"]["RoleOfPerson"][];
            /** @example rn1 */
            username: string;
        };
        PersonOfSitePage: {
            items: components["schemas"]["PersonOfSite"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        PolicyChangeDto: {
            /**
             * @description Who must sign and what is tolerated here (regulations.md section 6). Only the rules to change; the others stay.
             * @example {
             *       "secondPersonFor": {
             *         "move": false
             *       },
             *       "lateAfterMinutes": 30
             *     }
             */
            policy: {
                [key: string]: unknown;
            };
        };
        PolicyDto: {
            /** @description Who must sign and what is tolerated here (regulations.md section 6). */
            policy: components["schemas"]["SitePolicyDto"];
        };
        PrescriberAddedDto: {
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            prescriberId: string;
        };
        PrescriberChangedDto: {
            /** @description `false` takes them out of use, `true` into use again. */
            active?: boolean;
            /**
             * @description Fields to empty: deaNumber, npi. What the record says of them before stays.
             * @example [
             *       "deaNumber",
             *       "npi"
             *     ]
             */
            clear?: string[];
            /**
             * @description DEA registration.
             * @example BE4721634
             */
            deaNumber?: string;
            /**
             * @description Name of the prescriber.
             * @example Dr. Morgan Example
             */
            name?: string;
            /**
             * @description National Provider Identifier.
             * @example 1234567893
             */
            npi?: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            prescriberId: string;
        };
        PrescriberChangeDto: {
            /** @description `false` takes them out of use, `true` into use again. */
            active?: boolean;
            /**
             * @description Fields to empty: deaNumber, npi. What the record says of them before stays.
             * @example [
             *       "deaNumber",
             *       "npi"
             *     ]
             */
            clear?: string[];
            /**
             * @description DEA registration.
             * @example BE4721634
             */
            deaNumber?: string;
            /**
             * @description Name of the prescriber.
             * @example Dr. Morgan Example
             */
            name?: string;
            /**
             * @description National Provider Identifier.
             * @example 1234567893
             */
            npi?: string;
        };
        PrescriberDto: {
            /** @example true */
            active: boolean;
            /** @example BE4721634 */
            deaNumber?: string;
            /** @example Dr. Morgan Example */
            name: string;
            /** @example 1234567893 */
            npi?: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            personId?: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            prescriberId: string;
        };
        PrescriberPage: {
            items: components["schemas"]["PrescriberDto"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        PresentPersonBody: {
            /** @description What a key of theirs answered to exactly what is confirmed, in place of user name and password. */
            assertion?: components["schemas"]["AssertionBody"];
            /**
             * @description Their own; needed without `assertion`.
             * @example correct-horse-battery
             */
            password?: string;
            /**
             * @description Six digits, of whoever has an authenticator.
             * @example 492039
             */
            totp?: string;
            /**
             * @description Their own; needed without `assertion`.
             * @example rph1
             */
            username?: string;
        };
        Problem: {
            /**
             * @description Of the closed list.
             * @example witness_missing
             * @enum {string}
             */
            code: "not_authenticated" | "invalid_credentials" | "second_factor_required" | "second_factor_enrolment_required" | "passkey_required" | "passkey_address_wrong" | "passkey_invalid" | "passkey_counts_back" | "device_bound_key_required" | "csrf_token_invalid" | "too_many_requests" | "not_permitted" | "not_found" | "method_not_allowed" | "request_invalid" | "payload_too_large" | "idempotency_key_missing" | "idempotency_key_invalid" | "request_in_progress" | "idempotency_key_reused" | "invalid_dea_number" | "invalid_barcode" | "second_person_is_performer" | "unknown_container" | "container_expired" | "past_beyond_use_date" | "insufficient_amount" | "exceeds_amount_in_hand" | "witness_missing" | "witness_is_performer" | "witnesses_must_differ" | "second_person_missing" | "signature_invalid" | "signature_expired" | "signature_already_used" | "signer_not_eligible" | "attestation_missing" | "occurred_in_future" | "late_entry_needs_reason" | "reason_missing" | "amount_invalid" | "amount_not_exact" | "amount_unit_wrong" | "unknown_session" | "session_ended" | "session_not_balanced" | "session_not_started" | "observation_incomplete" | "wrong_product" | "wrong_location" | "wrong_patient" | "container_not_usable" | "container_not_sealed" | "container_not_open" | "container_not_empty" | "container_required" | "too_many_containers" | "serial_already_received" | "label_already_used" | "lot_conflict" | "same_location" | "unknown_reference" | "already_exists" | "still_in_use" | "invalid_npi" | "invalid_ndc" | "invalid_time_zone" | "pending_waste_closed" | "entry_not_reversible" | "entry_already_reversed" | "own_act" | "retention_not_over" | "patient_erased" | "password_too_weak" | "token_invalid" | "roles_conflict" | "last_administrator" | "log_is_whole" | "proof_not_yet" | "constraint_violated" | "database_unavailable" | "internal_error";
            /**
             * @description What is wrong this time.
             * @example Two witnesses must sign.
             */
            detail: string;
            /** @description Every field that is not of the form it should be. */
            errors?: components["schemas"]["FieldError"][];
            /**
             * @description The field at fault.
             * @example signatures
             */
            field?: string;
            /**
             * @description The request's id, to tell support; it is in the log beside what happened.
             * @example urn:request:0190f3a2-example
             */
            instance: string;
            /**
             * @description What the detail says, as a kind of a closed list: for who words it in another language.
             * @example witnesses_needed
             */
            kind?: components["schemas"]["DetailKind"];
            /**
             * @description What to do.
             * @example Let a witness sign.
             */
            next: string;
            /** @example 422 */
            status: number;
            /**
             * @description What is wrong, in general.
             * @example A witness is missing.
             */
            title: string;
            /**
             * @description A page that explains the code.
             * @example /api/errors#witness_missing
             */
            type: string;
            /**
             * @description What the kind names: amounts with their unit in the name, days, labels, counts.
             * @example {
             *       "needed": "2",
             *       "found": "0"
             *     }
             */
            values?: {
                [key: string]: string;
            };
        };
        ProductAddedDto: {
            /** @example KET50 */
            code: string;
            /**
             * @description What a full container holds.
             * @example 500
             */
            labelAmountMg: string;
            /**
             * @description USP <1151> excess: how far below zero an open container may go.
             * @example 25
             */
            overfillAllowanceMg: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            productId: string;
        };
        ProductChangedDto: {
            /** @description `false` takes it out of use, `true` into use again. */
            active?: boolean;
            /**
             * @description Of containers opened from now on.
             * @example 28
             */
            beyondUseDays?: number;
            /**
             * @description Fields to empty: gtin, beyondUseDays. What the record says of them before stays.
             * @example [
             *       "gtin",
             *       "beyondUseDays"
             *     ]
             */
            clear?: string[];
            /**
             * @description GTIN-14, which must hold the NDC.
             * @example 00304092053105
             */
            gtin?: string;
            /**
             * @description Name and form, as on the label.
             * @example Ketamine injection
             */
            name?: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            productId: string;
        };
        ProductChangeDto: {
            /** @description `false` takes it out of use, `true` into use again. */
            active?: boolean;
            /**
             * @description Of containers opened from now on.
             * @example 28
             */
            beyondUseDays?: number;
            /**
             * @description Fields to empty: gtin, beyondUseDays. What the record says of them before stays.
             * @example [
             *       "gtin",
             *       "beyondUseDays"
             *     ]
             */
            clear?: string[];
            /**
             * @description GTIN-14, which must hold the NDC.
             * @example 00304092053105
             */
            gtin?: string;
            /**
             * @description Name and form, as on the label.
             * @example Ketamine injection
             */
            name?: string;
        };
        ProductDto: {
            /** @example true */
            active: boolean;
            /** @example 28 */
            beyondUseDays?: number;
            /** @example KET50 */
            code: string;
            /** @example 10 */
            containerVolumeMl?: string;
            /** @example 7285 */
            deaCode: string;
            /** @example 28 */
            deviceAmountMg?: string;
            /** @example 2 */
            devicesPerContainer?: number;
            /**
             * @example multi_dose
             * @enum {string}
             */
            dosing: "single_dose" | "multi_dose";
            /**
             * @example injection
             * @enum {string}
             */
            form: "injection" | "nasal_device" | "solid";
            /** @example 00304092053105 */
            gtin?: string;
            /**
             * @description What a full container holds.
             * @example 500
             */
            labelAmountMg: string;
            /** @example Ketamine hydrochloride injection */
            name: string;
            /** @example 0409-2053-10 */
            ndc: string;
            /**
             * @description USP <1151> excess: how far below zero an open container may go.
             * @example 25
             */
            overfillAllowanceMg: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            productId: string;
            /**
             * @example CIII
             * @enum {string}
             */
            schedule: "CI" | "CII" | "CIII" | "CIV" | "CV";
            /** @example 50 */
            strengthMgPerMl?: string;
        };
        ProductPage: {
            items: components["schemas"]["ProductDto"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        ReceiptDetailsDto: {
            containers: components["schemas"]["ReceivedContainerDto"][];
            /** @example 25 */
            countedCount: number;
            /** @description Counted is not invoiced: what was opened for it. */
            discrepancyId?: string;
            /**
             * @example open
             * @enum {string}
             */
            discrepancyStatus?: "open" | "resolved";
            /** @example 2028-01-13 */
            expiresOn: string;
            /** @example INV-50565 */
            invoice: string;
            /** @example 25 */
            invoicedCount: number;
            /** @example SAFE */
            locationCode: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b15 */
            locationId: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b13 */
            lotId: string;
            /** @example LT101 */
            lotNumber: string;
            /** @example KET50 */
            productCode: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14 */
            productId: string;
            /** @example Ketamine hydrochloride injection */
            productName: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            receiptId: string;
            /**
             * @description When it happened.
             * @example 2026-08-31T13:00:00.000Z
             */
            receivedAt: string;
            /**
             * @description Its record in the log.
             * @example 42
             */
            seq: number;
            /** @example PE8711079 */
            supplierDeaNumber: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12 */
            supplierId: string;
            /** @example Example Wholesale Drug Co */
            supplierName: string;
        };
        ReceiptDto: {
            /** @description Ids of the containers, where the client makes them. */
            containerIds?: string[];
            /**
             * @description Containers counted: so many are booked, at most 100. A difference from the invoice opens a discrepancy.
             * @example 25
             */
            countedCount: number;
            /**
             * @description Last day of use of the lot.
             * @example 2028-01-31
             */
            expiresOn?: string;
            /**
             * @description Number of the invoice or packing slip.
             * @example INV-50565
             */
            invoice: string;
            /**
             * @description Containers on the invoice.
             * @example 25
             */
            invoicedCount: number;
            /**
             * @description Labels become `<labelPrefix>-01`, `-02` … Left out: made of the day and the receipt.
             * @example 20260831-0001
             */
            labelPrefix?: string;
            /** @description Label of each container, unique at the site for ever. */
            labels?: string[];
            /** @description Why it is entered late. Kept as a private value. */
            lateReason?: string;
            /**
             * Format: uuid
             * @description Where they are put.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            locationId: string;
            /** @description Lot, as printed: case matters. */
            lotNumber?: string;
            /** @description Anything worth knowing. Kept as a private value. */
            note?: string;
            /**
             * @description When it happened, with an offset. Left out: now. A late one needs `lateReason`, and shows for ever.
             * @example 2026-08-31T08:00:00-05:00
             */
            occurredAt?: string;
            /**
             * Format: uuid
             * @description Product, where nothing was scanned; with a scan its GTIN must be this one.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            productId?: string;
            /**
             * Format: uuid
             * @description Id of the receipt, where the client makes it.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            receiptId?: string;
            /**
             * Format: uuid
             * @description Patient-specific stock: these containers are for this patient alone.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            reservedForPatientId?: string;
            /**
             * @description What the scanner sent. Product, lot and expiry may be typed instead, or where the scan lacks them.
             * @example ]d201003040920531051728011310LT101
             */
            scan?: string;
            /** @description Serial number of each container, in the order of the labels. A serial is received once. */
            serials?: string[];
            /**
             * @description Tokens of POST /sites/{siteId}/signatures, made for this very body; not part of what is signed.
             * @example [
             *       "token of the second person"
             *     ]
             */
            signatures?: string[];
            /**
             * @description Who sent it: `supplierId`, or `name`, `deaNumber` and `address`.
             * @example {
             *       "name": "Example Wholesale Drug Co",
             *       "deaNumber": "PE8711079",
             *       "address": "500 Distribution Way, Peoria, IL 62602"
             *     }
             */
            supplier: components["schemas"]["SupplierGivenDto"];
        };
        ReceiptListedDto: {
            /** @example 25 */
            countedCount: number;
            /** @description Counted is not invoiced: what was opened for it. */
            discrepancyId?: string;
            /**
             * @example open
             * @enum {string}
             */
            discrepancyStatus?: "open" | "resolved";
            /** @example 2028-01-13 */
            expiresOn: string;
            /** @example INV-50565 */
            invoice: string;
            /** @example 25 */
            invoicedCount: number;
            /** @example SAFE */
            locationCode: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b15 */
            locationId: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b13 */
            lotId: string;
            /** @example LT101 */
            lotNumber: string;
            /** @example KET50 */
            productCode: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14 */
            productId: string;
            /** @example Ketamine hydrochloride injection */
            productName: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            receiptId: string;
            /**
             * @description When it happened.
             * @example 2026-08-31T13:00:00.000Z
             */
            receivedAt: string;
            /**
             * @description Its record in the log.
             * @example 42
             */
            seq: number;
            /** @example PE8711079 */
            supplierDeaNumber: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12 */
            supplierId: string;
            /** @example Example Wholesale Drug Co */
            supplierName: string;
        };
        ReceiptListedPage: {
            items: components["schemas"]["ReceiptListedDto"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        ReceiptRow: {
            /**
             * @description Containers counted.
             * @example 25
             */
            countedCount: number;
            /**
             * @description The lot’s last day.
             * @example 2028-01-31
             */
            expiresOn: string;
            /**
             * @description The invoice.
             * @example INV-1
             */
            invoice: string;
            /**
             * @description Containers by the invoice.
             * @example 25
             */
            invoicedCount: number;
            /**
             * @description The location’s code.
             * @example SAFE
             */
            locationCode: string;
            /**
             * @description The location’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12
             */
            locationId: string;
            /**
             * @description The location.
             * @example Main safe
             */
            locationName: string;
            /**
             * @description The manufacturer’s lot.
             * @example 4821A
             */
            lotNumber: string;
            /**
             * @description Who did it.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16
             */
            personId?: string;
            /**
             * @description Their name.
             * @example Nora Quill
             */
            personName?: string;
            /**
             * @description The product’s code.
             * @example KET50-10
             */
            productCode: string;
            /**
             * @description The product’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            productId: string;
            /**
             * @description The product.
             * @example Ketamine hydrochloride 50 mg/mL, 10 mL
             */
            productName: string;
            /**
             * @description The receipt’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b17
             */
            receiptId: string;
            /**
             * @description When.
             * @example 2026-08-31T13:00:00.000Z
             */
            receivedAt: string;
            /**
             * @description The record.
             * @example 301
             */
            seq: number;
            /**
             * @description Their DEA number.
             * @example PE8711079
             */
            supplierDeaNumber: string;
            /**
             * @description From whom.
             * @example Example Wholesale Drug Co
             */
            supplierName: string;
        };
        ReceiptRowPage: {
            items: components["schemas"]["ReceiptRow"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
            period: components["schemas"]["LogPeriod"];
        };
        ReceivedContainerDto: {
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            containerId: string;
            /** @example 20260831-0001-01 */
            label: string;
        };
        ReceivedDto: {
            containers: components["schemas"]["ReceivedContainerDto"][];
            /** @description Counted is not invoiced: the discrepancy that was opened. */
            discrepancyId?: string;
            /** @example 2028-01-13 */
            expiresOn: string;
            /** @example false */
            late: boolean;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b13 */
            lotId: string;
            /** @example LT101 */
            lotNumber: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14 */
            productId: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            receiptId: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12 */
            supplierId: string;
            /** @description To be shown to the person. */
            warnings: ("gtin_has_no_embedded_ndc" | "missing_serial" | "missing_expiry" | "missing_lot" | "expired_on_arrival" | "supplier_known_by_other_details")[];
        };
        ReconciliationByContainer: {
            /**
             * @description Broken, not recoverable, mg.
             * @example 0
             */
            brokenMg: string;
            /**
             * @description Missing at the close-out within tolerance, mg.
             * @example 0
             */
            closeOutShortageMg: string;
            /**
             * @description The book at the end, mg.
             * @example 200
             */
            closingBookMg: string;
            /**
             * @description The container’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14
             */
            containerId: string;
            /**
             * @description The label on the container.
             * @example R-0001-01
             */
            containerLabel: string;
            /**
             * @description Destroyed, mg.
             * @example 0
             */
            destroyedMg: string;
            /**
             * @description Opening and ways in, less ways out and what is there at the end: 0 where nothing changed unseen, mg.
             * @example 0
             */
            differenceMg: string;
            /**
             * @description Drawn, mg.
             * @example 300
             */
            drawnMg: string;
            /**
             * @description Whether the identity holds.
             * @example true
             */
            holds: boolean;
            /**
             * @description Written off, mg.
             * @example 0
             */
            lostMg: string;
            /**
             * @description The lot’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b13
             */
            lotId: string;
            /**
             * @description The manufacturer’s lot.
             * @example 4821A
             */
            lotNumber: string;
            /**
             * @description The book at the beginning, mg.
             * @example 500
             */
            openingBookMg: string;
            /**
             * @description Went anywhere else, mg.
             * @example 0
             */
            otherMg: string;
            /**
             * @description Found above the label at the close-out, mg.
             * @example 0
             */
            overfillGainMg: string;
            /**
             * @description The product’s code at this site.
             * @example KET50-10
             */
            productCode: string;
            /**
             * @description The product’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            productId: string;
            /**
             * @description The product.
             * @example Ketamine hydrochloride injection 50 mg/mL, 10 mL
             */
            productName: string;
            /**
             * @description Received, mg.
             * @example 0
             */
            receivedMg: string;
            /**
             * @description Came back unopened, mg.
             * @example 0
             */
            returnedMg: string;
            /**
             * @description Sealed containers at the end.
             * @example 12
             */
            sealedContainers: number;
            /**
             * @description Sent to a reverse distributor, mg.
             * @example 0
             */
            sentOutMg: string;
            /**
             * @description Put in suspense, mg.
             * @example 0
             */
            toSuspenseMg: string;
            /**
             * @description Sent to other registrants, mg.
             * @example 0
             */
            transferredOutMg: string;
            /**
             * @description Wasted out of the container itself, mg.
             * @example 0
             */
            wastedMg: string;
        };
        ReconciliationByContainerPage: {
            /**
             * @example container
             * @enum {string}
             */
            by: "container";
            /**
             * @description Whether the identity holds in every row of every page.
             * @example true
             */
            holds: boolean;
            items: components["schemas"]["ReconciliationByContainer"][];
            /** @description The first fifty; the list of their own has all. */
            lateEntries: components["schemas"]["LateEntryRow"][];
            /**
             * @description There are more than these.
             * @example false
             */
            moreLateEntries: boolean;
            /**
             * @description There are more than these.
             * @example false
             */
            moreReversals: boolean;
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
            period: components["schemas"]["LogPeriod"];
            /** @description The first fifty. */
            reversals: components["schemas"]["ReversalTold"][];
        };
        ReconciliationByLocation: {
            /**
             * @description Administered, mg.
             * @example 3100.5
             */
            administeredMg: string;
            /**
             * @description Broken, not recoverable, mg.
             * @example 0
             */
            brokenMg: string;
            /**
             * @description Missing at close-outs within tolerance, mg.
             * @example 4.5
             */
            closeOutShortageMg: string;
            /**
             * @description In containers at the end, by the book, mg.
             * @example 4300
             */
            closingBookMg: string;
            /**
             * @description Destroyed, mg.
             * @example 0
             */
            destroyedMg: string;
            /**
             * @description Opening and ways in, less ways out and what is there at the end: 0 where nothing changed unseen, mg.
             * @example 0
             */
            differenceMg: string;
            /**
             * @description Whether the identity holds.
             * @example true
             */
            holds: boolean;
            /**
             * @description In hand at the end, mg.
             * @example 0
             */
            inHandMg: string;
            /**
             * @description In suspense at the end, mg.
             * @example 0
             */
            inSuspenseMg: string;
            /**
             * @description In transit at the end, mg.
             * @example 0
             */
            inTransitMg: string;
            /**
             * @description The location’s code.
             * @example SAFE
             */
            locationCode: string;
            /**
             * @description The location’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12
             */
            locationId: string;
            /**
             * @description The location.
             * @example Main safe
             */
            locationName: string;
            /**
             * @description Written off after an investigation, mg.
             * @example 0
             */
            lostMg: string;
            /**
             * @description Moved in from other locations of the site, mg.
             * @example 0
             */
            movedInMg: string;
            /**
             * @description Moved to other locations of the site, mg.
             * @example 0
             */
            movedOutMg: string;
            /**
             * @description Of it in containers, by the book, mg.
             * @example 5000
             */
            openingBookMg: string;
            /**
             * @description Of it in hand, mg.
             * @example 0
             */
            openingInHandMg: string;
            /**
             * @description Of it in suspense, mg.
             * @example 0
             */
            openingInSuspenseMg: string;
            /**
             * @description Of it in transit, mg.
             * @example 0
             */
            openingInTransitMg: string;
            /**
             * @description Everything inside at the beginning, mg.
             * @example 5000
             */
            openingMg: string;
            /**
             * @description Found above the label at close-outs, mg.
             * @example 25
             */
            overfillGainMg: string;
            /**
             * @description The product’s code at this site.
             * @example KET50-10
             */
            productCode: string;
            /**
             * @description The product’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            productId: string;
            /**
             * @description The product.
             * @example Ketamine hydrochloride injection 50 mg/mL, 10 mL
             */
            productName: string;
            /**
             * @description Received, mg.
             * @example 2500
             */
            receivedMg: string;
            /**
             * @description Sealed containers at the end.
             * @example 12
             */
            sealedContainers: number;
            /**
             * @description Sent to a reverse distributor, mg.
             * @example 0
             */
            sentOutMg: string;
            /**
             * @description Received from other registrants, mg.
             * @example 0
             */
            transferredInMg: string;
            /**
             * @description Sent to other registrants, mg.
             * @example 0
             */
            transferredOutMg: string;
            /**
             * @description Wasted, mg.
             * @example 120
             */
            wastedMg: string;
        };
        ReconciliationByLocationPage: {
            /**
             * @example location
             * @enum {string}
             */
            by: "location";
            /**
             * @description Whether the identity holds in every row of every page.
             * @example true
             */
            holds: boolean;
            items: components["schemas"]["ReconciliationByLocation"][];
            /** @description The first fifty; the list of their own has all. */
            lateEntries: components["schemas"]["LateEntryRow"][];
            /**
             * @description There are more than these.
             * @example false
             */
            moreLateEntries: boolean;
            /**
             * @description There are more than these.
             * @example false
             */
            moreReversals: boolean;
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
            period: components["schemas"]["LogPeriod"];
            /** @description The first fifty. */
            reversals: components["schemas"]["ReversalTold"][];
        };
        ReconciliationByLot: {
            /**
             * @description Broken, not recoverable, mg.
             * @example 0
             */
            brokenMg: string;
            /**
             * @description Missing at the close-out within tolerance, mg.
             * @example 0
             */
            closeOutShortageMg: string;
            /**
             * @description The book at the end, mg.
             * @example 200
             */
            closingBookMg: string;
            /**
             * @description Destroyed, mg.
             * @example 0
             */
            destroyedMg: string;
            /**
             * @description Opening and ways in, less ways out and what is there at the end: 0 where nothing changed unseen, mg.
             * @example 0
             */
            differenceMg: string;
            /**
             * @description Drawn, mg.
             * @example 300
             */
            drawnMg: string;
            /**
             * @description Whether the identity holds.
             * @example true
             */
            holds: boolean;
            /**
             * @description Written off, mg.
             * @example 0
             */
            lostMg: string;
            /**
             * @description The lot’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b13
             */
            lotId: string;
            /**
             * @description The manufacturer’s lot.
             * @example 4821A
             */
            lotNumber: string;
            /**
             * @description The book at the beginning, mg.
             * @example 500
             */
            openingBookMg: string;
            /**
             * @description Went anywhere else, mg.
             * @example 0
             */
            otherMg: string;
            /**
             * @description Found above the label at the close-out, mg.
             * @example 0
             */
            overfillGainMg: string;
            /**
             * @description The product’s code at this site.
             * @example KET50-10
             */
            productCode: string;
            /**
             * @description The product’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            productId: string;
            /**
             * @description The product.
             * @example Ketamine hydrochloride injection 50 mg/mL, 10 mL
             */
            productName: string;
            /**
             * @description Received, mg.
             * @example 0
             */
            receivedMg: string;
            /**
             * @description Came back unopened, mg.
             * @example 0
             */
            returnedMg: string;
            /**
             * @description Sealed containers at the end.
             * @example 12
             */
            sealedContainers: number;
            /**
             * @description Sent to a reverse distributor, mg.
             * @example 0
             */
            sentOutMg: string;
            /**
             * @description Put in suspense, mg.
             * @example 0
             */
            toSuspenseMg: string;
            /**
             * @description Sent to other registrants, mg.
             * @example 0
             */
            transferredOutMg: string;
            /**
             * @description Wasted out of the container itself, mg.
             * @example 0
             */
            wastedMg: string;
        };
        ReconciliationByLotPage: {
            /**
             * @example lot
             * @enum {string}
             */
            by: "lot";
            /**
             * @description Whether the identity holds in every row of every page.
             * @example true
             */
            holds: boolean;
            items: components["schemas"]["ReconciliationByLot"][];
            /** @description The first fifty; the list of their own has all. */
            lateEntries: components["schemas"]["LateEntryRow"][];
            /**
             * @description There are more than these.
             * @example false
             */
            moreLateEntries: boolean;
            /**
             * @description There are more than these.
             * @example false
             */
            moreReversals: boolean;
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
            period: components["schemas"]["LogPeriod"];
            /** @description The first fifty. */
            reversals: components["schemas"]["ReversalTold"][];
        };
        ReconciliationByPerson: {
            /**
             * @description Administered, mg.
             * @example 37.5
             */
            administeredMg: string;
            /**
             * @description Broken, not recoverable, mg.
             * @example 0
             */
            brokenMg: string;
            /**
             * @description Missing within tolerance at their close-outs, mg.
             * @example 0
             */
            closeOutShortageMg: string;
            /**
             * @description Put in suspense out of containers, mg.
             * @example 0
             */
            closeOutSuspenseMg: string;
            /**
             * @description Opening and ways in, less ways out and what is there at the end: 0 where nothing changed unseen, mg.
             * @example 0
             */
            differenceMg: string;
            /**
             * @description Drawn, mg.
             * @example 50
             */
            drawnMg: string;
            /**
             * @description Whether the identity holds.
             * @example true
             */
            holds: boolean;
            /**
             * @description In hand at the end, mg.
             * @example 0
             */
            inHandMg: string;
            /**
             * @description In hand at the beginning, mg.
             * @example 0
             */
            openingInHandMg: string;
            /**
             * @description Went anywhere else, mg.
             * @example 0
             */
            otherMg: string;
            /**
             * @description Found above the label at their close-outs, mg.
             * @example 0
             */
            overfillGainMg: string;
            /**
             * @description The person’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16
             */
            personId: string;
            /**
             * @description The person.
             * @example Nora Quill
             */
            personName?: string;
            /**
             * @description The product’s code at this site.
             * @example KET50-10
             */
            productCode: string;
            /**
             * @description The product’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            productId: string;
            /**
             * @description The product.
             * @example Ketamine hydrochloride injection 50 mg/mL, 10 mL
             */
            productName: string;
            /**
             * @description Received into containers, mg.
             * @example 0
             */
            receivedMg: string;
            /**
             * @description Returned unopened, mg.
             * @example 0
             */
            returnedMg: string;
            /**
             * @description Put in suspense, mg.
             * @example 0
             */
            toSuspenseMg: string;
            /**
             * @description Wasted out of containers themselves, mg.
             * @example 0
             */
            wastedFromContainersMg: string;
            /**
             * @description Wasted from the hand, mg.
             * @example 12.5
             */
            wastedMg: string;
        };
        ReconciliationByPersonPage: {
            /**
             * @example person
             * @enum {string}
             */
            by: "person";
            /**
             * @description Whether the identity holds in every row of every page.
             * @example true
             */
            holds: boolean;
            items: components["schemas"]["ReconciliationByPerson"][];
            /** @description The first fifty; the list of their own has all. */
            lateEntries: components["schemas"]["LateEntryRow"][];
            /**
             * @description There are more than these.
             * @example false
             */
            moreLateEntries: boolean;
            /**
             * @description There are more than these.
             * @example false
             */
            moreReversals: boolean;
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
            period: components["schemas"]["LogPeriod"];
            /** @description The first fifty. */
            reversals: components["schemas"]["ReversalTold"][];
        };
        ReconciliationByProduct: {
            /**
             * @description Administered, mg.
             * @example 3100.5
             */
            administeredMg: string;
            /**
             * @description Broken, not recoverable, mg.
             * @example 0
             */
            brokenMg: string;
            /**
             * @description Missing at close-outs within tolerance, mg.
             * @example 4.5
             */
            closeOutShortageMg: string;
            /**
             * @description In containers at the end, by the book, mg.
             * @example 4300
             */
            closingBookMg: string;
            /**
             * @description Destroyed, mg.
             * @example 0
             */
            destroyedMg: string;
            /**
             * @description Opening and ways in, less ways out and what is there at the end: 0 where nothing changed unseen, mg.
             * @example 0
             */
            differenceMg: string;
            /**
             * @description Whether the identity holds.
             * @example true
             */
            holds: boolean;
            /**
             * @description In hand at the end, mg.
             * @example 0
             */
            inHandMg: string;
            /**
             * @description In suspense at the end, mg.
             * @example 0
             */
            inSuspenseMg: string;
            /**
             * @description In transit at the end, mg.
             * @example 0
             */
            inTransitMg: string;
            /**
             * @description Written off after an investigation, mg.
             * @example 0
             */
            lostMg: string;
            /**
             * @description Moved in from other locations of the site, mg.
             * @example 0
             */
            movedInMg: string;
            /**
             * @description Moved to other locations of the site, mg.
             * @example 0
             */
            movedOutMg: string;
            /**
             * @description Of it in containers, by the book, mg.
             * @example 5000
             */
            openingBookMg: string;
            /**
             * @description Of it in hand, mg.
             * @example 0
             */
            openingInHandMg: string;
            /**
             * @description Of it in suspense, mg.
             * @example 0
             */
            openingInSuspenseMg: string;
            /**
             * @description Of it in transit, mg.
             * @example 0
             */
            openingInTransitMg: string;
            /**
             * @description Everything inside at the beginning, mg.
             * @example 5000
             */
            openingMg: string;
            /**
             * @description Found above the label at close-outs, mg.
             * @example 25
             */
            overfillGainMg: string;
            /**
             * @description The product’s code at this site.
             * @example KET50-10
             */
            productCode: string;
            /**
             * @description The product’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            productId: string;
            /**
             * @description The product.
             * @example Ketamine hydrochloride injection 50 mg/mL, 10 mL
             */
            productName: string;
            /**
             * @description Received, mg.
             * @example 2500
             */
            receivedMg: string;
            /**
             * @description Sealed containers at the end.
             * @example 12
             */
            sealedContainers: number;
            /**
             * @description Sent to a reverse distributor, mg.
             * @example 0
             */
            sentOutMg: string;
            /**
             * @description Received from other registrants, mg.
             * @example 0
             */
            transferredInMg: string;
            /**
             * @description Sent to other registrants, mg.
             * @example 0
             */
            transferredOutMg: string;
            /**
             * @description Wasted, mg.
             * @example 120
             */
            wastedMg: string;
        };
        ReconciliationByProductPage: {
            /**
             * @example product
             * @enum {string}
             */
            by: "product";
            /**
             * @description Whether the identity holds in every row of every page.
             * @example true
             */
            holds: boolean;
            items: components["schemas"]["ReconciliationByProduct"][];
            /** @description The first fifty; the list of their own has all. */
            lateEntries: components["schemas"]["LateEntryRow"][];
            /**
             * @description There are more than these.
             * @example false
             */
            moreLateEntries: boolean;
            /**
             * @description There are more than these.
             * @example false
             */
            moreReversals: boolean;
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
            period: components["schemas"]["LogPeriod"];
            /** @description The first fifty. */
            reversals: components["schemas"]["ReversalTold"][];
        };
        ReconciliationBySession: {
            /**
             * @description Administered, mg.
             * @example 37.5
             */
            administeredMg: string;
            /**
             * @description Broken, not recoverable, mg.
             * @example 0
             */
            brokenMg: string;
            /**
             * @description Opening and ways in, less ways out and what is there at the end: 0 where nothing changed unseen, mg.
             * @example 0
             */
            differenceMg: string;
            /**
             * @description Drawn, mg.
             * @example 50
             */
            drawnMg: string;
            /**
             * @description Whether the identity holds.
             * @example true
             */
            holds: boolean;
            /**
             * @description In hand at the end, mg.
             * @example 0
             */
            inHandMg: string;
            /**
             * @description In hand at the beginning, mg.
             * @example 0
             */
            openingInHandMg: string;
            /**
             * @description Went anywhere else, mg.
             * @example 0
             */
            otherMg: string;
            /**
             * @description The person’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16
             */
            personId?: string;
            /**
             * @description The person.
             * @example Nora Quill
             */
            personName?: string;
            /**
             * @description The product’s code at this site.
             * @example KET50-10
             */
            productCode: string;
            /**
             * @description The product’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            productId: string;
            /**
             * @description The product.
             * @example Ketamine hydrochloride injection 50 mg/mL, 10 mL
             */
            productName: string;
            /**
             * @description Returned unopened, mg.
             * @example 0
             */
            returnedMg: string;
            /**
             * @description The session’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b15
             */
            sessionId: string;
            /**
             * @description When the session began.
             * @example 2026-08-03T14:00:00.000Z
             */
            startedAt?: string;
            /**
             * @description Put in suspense, mg.
             * @example 0
             */
            toSuspenseMg: string;
            /**
             * @description Wasted from the hand, mg.
             * @example 12.5
             */
            wastedMg: string;
        };
        ReconciliationBySessionPage: {
            /**
             * @example session
             * @enum {string}
             */
            by: "session";
            /**
             * @description Whether the identity holds in every row of every page.
             * @example true
             */
            holds: boolean;
            items: components["schemas"]["ReconciliationBySession"][];
            /** @description The first fifty; the list of their own has all. */
            lateEntries: components["schemas"]["LateEntryRow"][];
            /**
             * @description There are more than these.
             * @example false
             */
            moreLateEntries: boolean;
            /**
             * @description There are more than these.
             * @example false
             */
            moreReversals: boolean;
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
            period: components["schemas"]["LogPeriod"];
            /** @description The first fifty. */
            reversals: components["schemas"]["ReversalTold"][];
        };
        ReconciliationBySite: {
            /**
             * @description Administered, mg.
             * @example 3100.5
             */
            administeredMg: string;
            /**
             * @description Broken, not recoverable, mg.
             * @example 0
             */
            brokenMg: string;
            /**
             * @description Missing at close-outs within tolerance, mg.
             * @example 4.5
             */
            closeOutShortageMg: string;
            /**
             * @description In containers at the end, by the book, mg.
             * @example 4300
             */
            closingBookMg: string;
            /**
             * @description Destroyed, mg.
             * @example 0
             */
            destroyedMg: string;
            /**
             * @description Opening and ways in, less ways out and what is there at the end: 0 where nothing changed unseen, mg.
             * @example 0
             */
            differenceMg: string;
            /**
             * @description Whether the identity holds.
             * @example true
             */
            holds: boolean;
            /**
             * @description In hand at the end, mg.
             * @example 0
             */
            inHandMg: string;
            /**
             * @description In suspense at the end, mg.
             * @example 0
             */
            inSuspenseMg: string;
            /**
             * @description In transit at the end, mg.
             * @example 0
             */
            inTransitMg: string;
            /**
             * @description Written off after an investigation, mg.
             * @example 0
             */
            lostMg: string;
            /**
             * @description Moved in from other locations of the site, mg.
             * @example 0
             */
            movedInMg: string;
            /**
             * @description Moved to other locations of the site, mg.
             * @example 0
             */
            movedOutMg: string;
            /**
             * @description Of it in containers, by the book, mg.
             * @example 5000
             */
            openingBookMg: string;
            /**
             * @description Of it in hand, mg.
             * @example 0
             */
            openingInHandMg: string;
            /**
             * @description Of it in suspense, mg.
             * @example 0
             */
            openingInSuspenseMg: string;
            /**
             * @description Of it in transit, mg.
             * @example 0
             */
            openingInTransitMg: string;
            /**
             * @description Everything inside at the beginning, mg.
             * @example 5000
             */
            openingMg: string;
            /**
             * @description Found above the label at close-outs, mg.
             * @example 25
             */
            overfillGainMg: string;
            /**
             * @description Received, mg.
             * @example 2500
             */
            receivedMg: string;
            /**
             * @description Sealed containers at the end.
             * @example 12
             */
            sealedContainers: number;
            /**
             * @description Sent to a reverse distributor, mg.
             * @example 0
             */
            sentOutMg: string;
            /**
             * @description Received from other registrants, mg.
             * @example 0
             */
            transferredInMg: string;
            /**
             * @description Sent to other registrants, mg.
             * @example 0
             */
            transferredOutMg: string;
            /**
             * @description Wasted, mg.
             * @example 120
             */
            wastedMg: string;
        };
        ReconciliationBySitePage: {
            /**
             * @example site
             * @enum {string}
             */
            by: "site";
            /**
             * @description Whether the identity holds in every row of every page.
             * @example true
             */
            holds: boolean;
            items: components["schemas"]["ReconciliationBySite"][];
            /** @description The first fifty; the list of their own has all. */
            lateEntries: components["schemas"]["LateEntryRow"][];
            /**
             * @description There are more than these.
             * @example false
             */
            moreLateEntries: boolean;
            /**
             * @description There are more than these.
             * @example false
             */
            moreReversals: boolean;
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
            period: components["schemas"]["LogPeriod"];
            /** @description The first fifty. */
            reversals: components["schemas"]["ReversalTold"][];
        };
        RecordedAt: {
            /**
             * @description Leaf of the record in the tree of the log, base64: a receipt that can be checked years later.
             * @example n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=
             */
            leafHash: string;
            /**
             * @description With `Prefer: wait=proof`: the `.tlog-proof` (c2sp.org/tlog-proof) that the record is in the log, where a signed head covered it within two seconds; the header `Preference-Applied` says so. Later: GET /sites/{siteId}/log/{seq}/proof.
             * @example c2sp.org/tlog-proof@v1
             *     index 42
             *     ...
             */
            proof?: string;
            /**
             * @description The ledger's clock.
             * @example 2026-08-31T13:00:00.000Z
             */
            recordedAt: string;
            /**
             * @description Number of the record in the log of the site.
             * @example 42
             */
            seq: number;
        };
        RecordView: {
            /**
             * @description What the act says besides its lines.
             * @example {
             *       "from": "in_hand",
             *       "sessionId": "01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11",
             *       "amountMg": "2",
             *       "volumeMl": "0.04"
             *     }
             */
            act?: {
                [key: string]: unknown;
            };
            /** @description The first did it. */
            actors: components["schemas"]["ActorView"][];
            /**
             * @description The erasure that destroyed its private values.
             * @example 9042
             */
            erasedBySeq?: number;
            /**
             * @description The idempotency key of its request, or an id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            id: string;
            /** @description Digest of what the signers signed, base64. */
            intent?: string;
            /**
             * @description Entered later than the site's policy allows without a reason; shows for ever.
             * @example false
             */
            late: boolean;
            /**
             * @description RFC 6962 leaf hash, base64: what its place in the log commits to.
             * @example 7n3p6dZ5q0o7cs2f4kB5tV2oL9c0z3j6y7p8e9x0d1m=
             */
            leafHash: string;
            /** @description They sum to zero for each product. */
            lines?: components["schemas"]["LineView"][];
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23 */
            locationId?: string;
            /**
             * @description When it happened, as the person says.
             * @example 2026-08-31T14:38:00.000Z
             */
            occurredAt: string;
            /**
             * @description The ledger's clock.
             * @example 2026-08-31T14:38:11.204Z
             */
            recordedAt: string;
            refusal?: components["schemas"]["RefusalView"];
            /**
             * @description The entry that undid this one.
             * @example 130
             */
            reversedBySeq?: number;
            /**
             * @description The entry that this one undoes.
             * @example 118
             */
            reversesSeq?: number;
            /**
             * @description Its number in the log of the site.
             * @example 121
             */
            seq: number;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            sessionId?: string;
            /**
             * @description What else it is about.
             * @example [
             *       "01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11"
             *     ]
             */
            subjects?: string[];
            /**
             * @description Free text given with the act: why it was wasted, why it is late.
             * @example {
             *       "reason": "dose remainder"
             *     }
             */
            texts?: {
                [key: string]: string;
            };
            /**
             * @description What was done; `refused` for an attempt.
             * @example waste
             */
            type: string;
        };
        RecordViewPage: {
            items: components["schemas"]["RecordView"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        RefusalView: {
            /**
             * @example witness_missing
             * @enum {string}
             */
            code: "not_authenticated" | "invalid_credentials" | "second_factor_required" | "second_factor_enrolment_required" | "passkey_required" | "passkey_address_wrong" | "passkey_invalid" | "passkey_counts_back" | "device_bound_key_required" | "csrf_token_invalid" | "too_many_requests" | "not_permitted" | "not_found" | "method_not_allowed" | "request_invalid" | "payload_too_large" | "idempotency_key_missing" | "idempotency_key_invalid" | "request_in_progress" | "idempotency_key_reused" | "invalid_dea_number" | "invalid_barcode" | "second_person_is_performer" | "unknown_container" | "container_expired" | "past_beyond_use_date" | "insufficient_amount" | "exceeds_amount_in_hand" | "witness_missing" | "witness_is_performer" | "witnesses_must_differ" | "second_person_missing" | "signature_invalid" | "signature_expired" | "signature_already_used" | "signer_not_eligible" | "attestation_missing" | "occurred_in_future" | "late_entry_needs_reason" | "reason_missing" | "amount_invalid" | "amount_not_exact" | "amount_unit_wrong" | "unknown_session" | "session_ended" | "session_not_balanced" | "session_not_started" | "observation_incomplete" | "wrong_product" | "wrong_location" | "wrong_patient" | "container_not_usable" | "container_not_sealed" | "container_not_open" | "container_not_empty" | "container_required" | "too_many_containers" | "serial_already_received" | "label_already_used" | "lot_conflict" | "same_location" | "unknown_reference" | "already_exists" | "still_in_use" | "invalid_npi" | "invalid_ndc" | "invalid_time_zone" | "pending_waste_closed" | "entry_not_reversible" | "entry_already_reversed" | "own_act" | "retention_not_over" | "patient_erased" | "password_too_weak" | "token_invalid" | "roles_conflict" | "last_administrator" | "log_is_whole" | "proof_not_yet" | "constraint_violated" | "database_unavailable" | "internal_error";
            detail?: string;
            /** @example signatures */
            field?: string;
            /**
             * @description The type of the record it would have been.
             * @example waste
             */
            of: string;
        };
        RefusedAttemptRow: {
            /**
             * @description What they tried.
             * @example waste
             */
            act: string;
            /**
             * @description Why it was refused: a code of docs/errors.md.
             * @example witness_missing
             */
            code: string;
            /**
             * @description The field at fault.
             * @example signatures
             */
            field?: string;
            /**
             * @description Who tried.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16
             */
            personId: string;
            /**
             * @description Their name.
             * @example Nora Quill
             */
            personName?: string;
            /**
             * @description When.
             * @example 2026-08-03T14:00:00.000Z
             */
            recordedAt: string;
            /**
             * @description In which role.
             * @example nurse
             */
            role: string;
            /**
             * @description The record.
             * @example 1042
             */
            seq: number;
            /**
             * @description Ids of the containers and sessions it was about.
             * @example [
             *       "01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14"
             *     ]
             */
            subjects: string[];
        };
        RefusedAttemptRowPage: {
            items: components["schemas"]["RefusedAttemptRow"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
            period: components["schemas"]["LogPeriod"];
        };
        RefusedOfDayRow: {
            /**
             * @description How often; `refused-attempts` of the day, person and code has them.
             * @example 3
             */
            attempts: number;
            /**
             * @description Why: a code of docs/errors.md.
             * @example witness_missing
             */
            code: string;
            /**
             * @description The local day.
             * @example 2026-08-03
             */
            day: string;
            /**
             * @description The first of them.
             * @example 1042
             */
            firstSeq: number;
            /**
             * @description Who.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16
             */
            personId: string;
            /**
             * @description Their name.
             * @example Nora Quill
             */
            personName?: string;
        };
        RefusedOfDayRowPage: {
            items: components["schemas"]["RefusedOfDayRow"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
            period: components["schemas"]["LogPeriod"];
        };
        RenameKeyRequest: {
            /**
             * @description Its new name.
             * @example blue security key
             */
            name: string;
        };
        ReopenSessionDto: {
            /** @description Why it is entered late. Kept as a private value. */
            lateReason?: string;
            /**
             * @description When it happened, with an offset. Left out: now. A late one needs `lateReason`, and shows for ever.
             * @example 2026-08-31T08:00:00-05:00
             */
            occurredAt?: string;
            /**
             * @description Needed. Kept apart from the record as a private value.
             * @example A dose of another session.
             */
            reason?: string;
            /**
             * Format: uuid
             * @description The session.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            sessionId: string;
            /**
             * @description Tokens of POST /sites/{siteId}/signatures, made for this very body; not part of what is signed.
             * @example [
             *       "token of the second person"
             *     ]
             */
            signatures?: string[];
        };
        ReturnDto: {
            /**
             * @description Label or id of a container that was taken out and not opened.
             * @example 20260831-0002-01
             */
            container: string;
            /** @description Why it is entered late. Kept as a private value. */
            lateReason?: string;
            /**
             * @description When it happened, with an offset. Left out: now. A late one needs `lateReason`, and shows for ever.
             * @example 2026-08-31T08:00:00-05:00
             */
            occurredAt?: string;
            /**
             * Format: uuid
             * @description The session.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            sessionId: string;
            /**
             * @description Tokens of POST /sites/{siteId}/signatures, made for this very body; not part of what is signed.
             * @example [
             *       "token of the second person"
             *     ]
             */
            signatures?: string[];
        };
        ReversalDto: {
            /** @description Why it is entered late. Kept as a private value. */
            lateReason?: string;
            /**
             * @description When it happened, with an offset. Left out: now. A late one needs `lateReason`, and shows for ever.
             * @example 2026-08-31T08:00:00-05:00
             */
            occurredAt?: string;
            /**
             * @description Needed. Kept apart from the record as a private value.
             * @example The dose belongs to the session in room 2.
             */
            reason?: string;
            /**
             * @description The entry to reverse, by its place in the site’s log.
             * @example 118
             */
            seq: number;
            /**
             * @description Tokens of POST /sites/{siteId}/signatures, made for this very body; not part of what is signed.
             * @example [
             *       "token of the second person"
             *     ]
             */
            signatures?: string[];
        };
        ReversalTold: {
            /** @example 12.5 */
            amountMg: string;
            /**
             * @description Who reversed it.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16
             */
            personId: string;
            /** @example Nora Quill */
            personName?: string;
            /** @example 2026-08-03T17:10:00.000Z */
            recordedAt: string;
            /** @example 2026-08-03T14:01:10.000Z */
            reversedRecordedAt: string;
            /** @example waste */
            reversedType: string;
            /**
             * @description The entry it takes back.
             * @example 1042
             */
            reversesSeq: number;
            /** @example 1050 */
            seq: number;
        };
        ReversedDto: {
            /**
             * @description What its containers are after it.
             * @example open
             * @enum {string}
             */
            containerState?: "sealed" | "taken" | "open" | "empty" | "quarantined" | "broken" | "destroyed" | "sent_out" | "void";
            /**
             * @description In hand for that session after it.
             * @example 0
             */
            inHandMg?: string;
            /**
             * @description What it recorded.
             * @example draw
             */
            reversedType: string;
            /**
             * @description The entry that was undone.
             * @example 118
             */
            reversesSeq: number;
            /**
             * @description Its session, where it had one.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            sessionId?: string;
        };
        RoleGrantedAnswer: {
            /** @example 2026-03-02T08:00:00.000Z */
            from: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b50 */
            grantId: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12 */
            personId: string;
            /**
             * @example nurse
             * @enum {string}
             */
            role: "administrator" | "pharmacist" | "nurse" | "prescriber" | "witness" | "compliance_officer" | "inspector";
            /** @example 2026-04-01T00:00:00.000Z */
            until?: string;
        };
        RoleOfPerson: {
            /** @example 2026-03-02T08:00:00.000Z */
            from: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b50 */
            grantId: string;
            /**
             * @example nurse
             * @enum {string}
             */
            role: "administrator" | "pharmacist" | "nurse" | "prescriber" | "witness" | "compliance_officer" | "inspector";
            /** @example 2026-04-01T00:00:00.000Z */
            until?: string;
        };
        RoleWithdrawnAnswer: {
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b50 */
            grantId: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12 */
            personId: string;
            /**
             * @example nurse
             * @enum {string}
             */
            role: "administrator" | "pharmacist" | "nurse" | "prescriber" | "witness" | "compliance_officer" | "inspector";
            /** @example 2026-03-02T09:00:00.000Z */
            withdrawnAt: string;
        };
        ScanDto: {
            /**
             * @description What the scanner sent: a label of ours, a code of a product, or GS1: an element string with FNC1 as GS (ASCII 29), typed as `(01)...`, or a bare GTIN.
             * @example ]d201003040920531051728011310LT101
             */
            scan: string;
        };
        ScannedContainerDto: {
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30 */
            containerId: string;
            /** @example 20260831-0001-01 */
            label: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b15 */
            locationId: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14 */
            productId: string;
            /**
             * @example sealed
             * @enum {string}
             */
            state: "sealed" | "taken" | "open" | "empty" | "quarantined" | "broken" | "destroyed" | "sent_out" | "void";
        };
        ScannedLocationDto: {
            /** @example ROOM1 */
            code: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b15 */
            locationId: string;
            /** @example Room 1 */
            name: string;
        };
        ScannedProductDto: {
            /** @example KET50 */
            code: string;
            /** @example Ketamine hydrochloride injection */
            name: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14 */
            productId: string;
        };
        ScanReadDto: {
            /** @description Which container. Only for those who may read stock. */
            container?: components["schemas"]["ScannedContainerDto"];
            /** @example 2028-01-13 */
            expiresOn?: string;
            /**
             * @description Of a package.
             * @example 00304092053105
             */
            gtin?: string;
            /**
             * @description `container`: a label of ours. `received`: a package whose serial was received before, which is that container. `location`: the code of a place. `product`: a package, GTIN or code of a product here. `unknown`: nothing of this site.
             * @example product
             * @enum {string}
             */
            kind: "container" | "received" | "location" | "product" | "unknown";
            /** @description Which place, of a label at a door or shelf. */
            location?: components["schemas"]["ScannedLocationDto"];
            /**
             * @description The lot, where it was received before.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b13
             */
            lotId?: string;
            /** @example LT101 */
            lotNumber?: string;
            /** @description Absent: no product of this site is meant. */
            product?: components["schemas"]["ScannedProductDto"];
            /** @example S0001 */
            serial?: string;
            /**
             * @description Of a package.
             * @example [
             *       "missing_serial"
             *     ]
             */
            warnings: ("gtin_has_no_embedded_ndc" | "missing_serial" | "missing_expiry" | "missing_lot" | "expired_on_arrival" | "supplier_known_by_other_details")[];
        };
        SecondPersonForDto: {
            /** @example true */
            correction: boolean;
            /** @example true */
            count: boolean;
            /** @example true */
            move: boolean;
            /** @example true */
            receipt: boolean;
            /** @example true */
            return: boolean;
        };
        SeenHead: {
            /**
             * @description The checkpoint, word for word as it was answered.
             * @example clinic.example/countersign/site/01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             *     120
             *     7n3p6dZ5q0o7cs2f4kB5tV2oL9c0z3j6y7p8e9x0d1m=
             *
             *     — clinic.example/countersign/site/01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 hI2DJw...
             */
            checkpoint: string;
        };
        SelectionDto: {
            /**
             * Format: date-time
             * @example 2026-09-01T05:00:00.000Z
             */
            from?: string;
            /**
             * @example container
             * @enum {string}
             */
            kind: "container" | "lot" | "product" | "session" | "patient" | "person" | "period" | "record";
            /** @example 118 */
            seq?: number;
            /**
             * Format: uuid
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            subjectId?: string;
            /**
             * Format: date-time
             * @example 2026-10-01T05:00:00.000Z
             */
            to?: string;
        };
        SessionActDto: {
            /**
             * @description Of a dose: with it more was given in all than was ordered.
             * @example false
             */
            aboveOrder?: boolean;
            /** @example 36 */
            amountMg: string;
            /**
             * @description Its label.
             * @example 20260831-0002-01
             */
            container?: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30 */
            containerId?: string;
            /** @example 1 */
            deviceCount?: number;
            /**
             * @description What it left.
             * @example container
             * @enum {string}
             */
            from: "container" | "in_hand" | "patient" | "waste";
            /** @example false */
            late: boolean;
            /** @example 2026-08-31T14:27:00.000Z */
            occurredAt: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b40 */
            personId: string;
            /** @example RN1 */
            personName: string;
            /** @example 2026-08-31T14:27:04.512Z */
            recordedAt: string;
            /**
             * @description The record that takes it back.
             * @example 130
             */
            reversedBySeq?: number;
            /**
             * @description Of a reversal: the record it takes back.
             * @example 110
             */
            reversesSeq?: number;
            /**
             * @description Its record in the log.
             * @example 118
             */
            seq: number;
            /**
             * @description Where it went.
             * @example in_hand
             * @enum {string}
             */
            to: "container" | "in_hand" | "patient" | "waste";
            /**
             * @example draw
             * @enum {string}
             */
            type: "draw" | "take" | "give" | "waste" | "return" | "reversal";
            /** @example 0.72 */
            volumeMl?: string;
        };
        SessionContainerDto: {
            /** @example 2026-09-28 */
            beyondUseOn?: string;
            /**
             * @description Its label.
             * @example 20260831-0002-01
             */
            container: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30 */
            containerId: string;
            /**
             * @description Drawn from it for the session, what was taken back left out.
             * @example 36
             */
            drawnMg: string;
            /** @example 2028-01-13 */
            expiresOn: string;
            /** @example LT101 */
            lotNumber: string;
            /**
             * @description Returned to it unopened.
             * @example 0
             */
            returnedMg: string;
            /**
             * @description As it is now.
             * @example open
             * @enum {string}
             */
            state: "sealed" | "taken" | "open" | "empty" | "quarantined" | "broken" | "destroyed" | "sent_out" | "void";
            /**
             * @description Wasted out of the container itself.
             * @example 0
             */
            wastedMg: string;
        };
        SessionDetailsDto: {
            /** @description What was done with its substance, in the order of the log. */
            acts: components["schemas"]["SessionActDto"][];
            /**
             * @description Something was drawn for it, be it taken back since.
             * @example true
             */
            anythingDrawn: boolean;
            /**
             * @example short
             * @enum {string}
             */
            balance: "balanced" | "short" | "over";
            /** @description What something of it came from. */
            containers: components["schemas"]["SessionContainerDto"][];
            /**
             * @description Of what is counted: mg in each.
             * @example 28
             */
            deviceAmountMg?: string;
            /** @example 36 */
            drawnMg: string;
            /**
             * @description Absent while it is open.
             * @example 2026-08-31T17:21:00.000Z
             */
            endedAt?: string;
            /**
             * @example injection
             * @enum {string}
             */
            form: "injection" | "nasal_device" | "solid";
            /**
             * @description More was given in all than was ordered.
             * @example false
             */
            givenAboveOrder: boolean;
            /** @example 34 */
            givenMg: string;
            /**
             * @description Drawn and neither given, wasted nor returned.
             * @example 2
             */
            inHandMg: string;
            /** @example ROOM1 */
            locationCode: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23 */
            locationId: string;
            /** @example Room 1 */
            locationName: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b40 */
            nurseId: string;
            /**
             * @description Who began it.
             * @example RN1
             */
            nurseName: string;
            observation: components["schemas"]["ObservationDto"];
            order: components["schemas"]["OrderOfSessionDto"];
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b20 */
            patientId: string;
            /** @description What waits for witnesses. */
            pendingWastes: components["schemas"]["PendingOfSessionDto"][];
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b22 */
            prescriberId: string;
            /** @example Dr. Morgan Example */
            prescriberName: string;
            /** @example KET50 */
            productCode: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21 */
            productId: string;
            /** @example Ketamine hydrochloride injection */
            productName: string;
            /** @example 0 */
            returnedMg: string;
            /**
             * @example intravenous
             * @enum {string}
             */
            route: "intravenous" | "intramuscular" | "subcutaneous" | "intranasal" | "oral" | "sublingual" | "rectal";
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            sessionId: string;
            /** @example 2026-08-31T14:24:00.000Z */
            startedAt: string;
            /**
             * @example open
             * @enum {string}
             */
            status: "open" | "ended";
            /**
             * @description Of an injection.
             * @example 50
             */
            strengthMgPerMl?: string;
            /** @example 0 */
            wastedMg: string;
        };
        SessionDto: {
            /**
             * @description Something was drawn for it, be it taken back since.
             * @example true
             */
            anythingDrawn: boolean;
            /**
             * @description Of what is counted: mg in each.
             * @example 28
             */
            deviceAmountMg?: string;
            /**
             * @description Absent while it is open.
             * @example 2026-08-31T17:21:00.000Z
             */
            endedAt?: string;
            /**
             * @example injection
             * @enum {string}
             */
            form: "injection" | "nasal_device" | "solid";
            /**
             * @description Drawn and neither given, wasted nor returned.
             * @example 2
             */
            inHandMg: string;
            /** @example ROOM1 */
            locationCode: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23 */
            locationId: string;
            /** @example Room 1 */
            locationName: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b40 */
            nurseId: string;
            /**
             * @description Who began it.
             * @example RN1
             */
            nurseName: string;
            observation: components["schemas"]["ObservationDto"];
            order: components["schemas"]["OrderOfSessionDto"];
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b20 */
            patientId: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b22 */
            prescriberId: string;
            /** @example Dr. Morgan Example */
            prescriberName: string;
            /** @example KET50 */
            productCode: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21 */
            productId: string;
            /** @example Ketamine hydrochloride injection */
            productName: string;
            /**
             * @example intravenous
             * @enum {string}
             */
            route: "intravenous" | "intramuscular" | "subcutaneous" | "intranasal" | "oral" | "sublingual" | "rectal";
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            sessionId: string;
            /** @example 2026-08-31T14:24:00.000Z */
            startedAt: string;
            /**
             * @example open
             * @enum {string}
             */
            status: "open" | "ended";
            /**
             * @description Of an injection.
             * @example 50
             */
            strengthMgPerMl?: string;
        };
        SessionEndedDto: {
            /** @example 2026-08-31T17:21:00.000Z */
            endedAt: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            sessionId: string;
            /**
             * @example ended
             * @enum {string}
             */
            status: "ended";
        };
        SessionPage: {
            items: components["schemas"]["SessionDto"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        SessionReopenedDto: {
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            sessionId: string;
            /**
             * @example open
             * @enum {string}
             */
            status: "open";
        };
        SessionsEndedAnswer: {
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12 */
            personId: string;
        };
        SessionStartedDto: {
            /**
             * @description The order in mg.
             * @example 34
             */
            orderedMg: string;
            /**
             * @description Of what is counted: how many to take.
             * @example 2
             */
            plannedDevices?: number;
            /**
             * @description What that volume holds.
             * @example 34
             */
            plannedMg?: string;
            /**
             * @description Of an injection: what to draw, as a syringe can measure it.
             * @example 0.68
             */
            plannedVolumeMl?: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            sessionId: string;
        };
        SetupAnswer: {
            /** @example Ada Morgan */
            displayName: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            organisationId: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12 */
            personId: string;
            /** @example adm1 */
            username: string;
        };
        SetupBody: {
            /**
             * @description The name that shows beside a signature.
             * @example Ada Morgan
             */
            displayName: string;
            /** @example Lakeside Ketamine Clinics */
            organisationName: string;
            /**
             * @description 12 to 128 characters; not a common one, and without the user name.
             * @example a-lantern-and-nine-geese
             */
            password: string;
            /**
             * @description What stands after `#` in the link.
             * @example mC7b1v0W3m2b5S9cX2lqvJ9kF0aQmJ5oYk8wR1tZ4uE
             */
            token: string;
            /**
             * @description 3 to 64 letters, digits, dots, hyphens, underscores or @.
             * @example adm1
             */
            username: string;
        };
        SignatureAnswer: {
            /** @example Rosa Nguyen */
            displayName: string;
            /** @example 2026-03-02T08:02:00.000Z */
            expiresAt: string;
            /**
             * @example witnessed
             * @enum {string}
             */
            meaning: "witnessed" | "checked" | "approved";
            /**
             * @description Who signed.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12
             */
            personId: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21 */
            signatureId: string;
            /**
             * @description To be sent in `signatures` of the act: for this act, within two minutes, once.
             * @example mC7b1v0W3m2b5S9cX2lqvJ9kF0aQmJ5oYk8wR1tZ4uE
             */
            token: string;
        };
        SignatureQuestionRequest: {
            /**
             * @description The last part of the address of the act that is signed.
             * @example wastes
             */
            act: string;
            /**
             * @description The body the act will be sent with, word for word, without its `signatures`.
             * @example {
             *       "sessionId": "01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30",
             *       "volumeMl": "0.25"
             *     }
             */
            body: {
                [key: string]: unknown;
            };
            /**
             * @description The `Idempotency-Key` that the act will be sent with. (The header of this request is another one.)
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b20
             */
            idempotencyKey: string;
            /**
             * @description Whose key is asked. Left out: a key that knows its owner by itself.
             * @example rn2
             */
            username?: string;
        };
        SignatureRequest: {
            /**
             * @description The last part of the address of the act that is signed.
             * @example wastes
             */
            act: string;
            /** @description What a key of the signer answered to `signatures/options`, in place of user name and password. */
            assertion?: components["schemas"]["AssertionBody"];
            /**
             * @description What a witness states having seen; for wastes all three are needed.
             * @example [
             *       "label",
             *       "volume",
             *       "act"
             *     ]
             */
            attests?: ("label" | "volume" | "act")[];
            /**
             * @description The body the act will be sent with, word for word, without its `signatures`.
             * @example {
             *       "sessionId": "01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30",
             *       "volumeMl": "0.25"
             *     }
             */
            body: {
                [key: string]: unknown;
            };
            /**
             * @description The `Idempotency-Key` that the act will be sent with. (The header of this request is another one.)
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b20
             */
            idempotencyKey: string;
            /**
             * @description What the signer says with it: `witnessed` for wastes and close-outs; `checked` for receipts, moves, returns and counts; `approved` for reversals and reopenings.
             * @example witnessed
             * @enum {string}
             */
            meaning: "witnessed" | "checked" | "approved";
            /**
             * @description Of the signer; needed without `assertion`.
             * @example correct-horse-battery
             */
            password?: string;
            /**
             * @description The signer’s six digits; needed by whoever has an authenticator.
             * @example 492039
             */
            totp?: string;
            /**
             * @description Of the signer; needed without `assertion`.
             * @example rn2
             */
            username?: string;
        };
        SignaturesTogetherAnswer: {
            /** @description One for each act, in their order. */
            items: components["schemas"]["SignatureAnswer"][];
        };
        SignaturesTogetherRequest: {
            /**
             * @description The last part of the address of the acts.
             * @example moves
             * @enum {string}
             */
            act: "receipts" | "moves" | "counts";
            /** @description The acts that were shown to the signer, in their order. */
            acts: components["schemas"]["ActToSign"][];
            /** @description What a key of the signer answered to `signatures/together/options`, in place of user name and password. */
            assertion?: components["schemas"]["AssertionBody"];
            /**
             * @description Of the signer; needed without `assertion`.
             * @example correct-horse-battery
             */
            password?: string;
            /**
             * @description The signer’s six digits; needed by whoever has an authenticator.
             * @example 492039
             */
            totp?: string;
            /**
             * @description Of the signer; needed without `assertion`.
             * @example rn2
             */
            username?: string;
        };
        SiteChangedDto: {
            /**
             * @description The registered address, as the DEA has it.
             * @example 2 Clinic Plaza, Springfield, IL 62701
             */
            address?: string;
            /**
             * @description DEA registration; its check digit is verified, and no other site has it.
             * @example FE3541263
             */
            deaNumber?: string;
            /**
             * @description Name of the clinic.
             * @example Example Ketamine Clinic
             */
            name?: string;
        };
        SiteChangeDto: {
            /**
             * @description The registered address, as the DEA has it.
             * @example 2 Clinic Plaza, Springfield, IL 62701
             */
            address?: string;
            /**
             * @description DEA registration; its check digit is verified, and no other site has it.
             * @example FE3541263
             */
            deaNumber?: string;
            /**
             * @description Name of the clinic.
             * @example Example Ketamine Clinic
             */
            name?: string;
            /**
             * @description Why the address or the registration changes. Kept as a private value.
             * @example Modified registration of 2026-11-02.
             */
            reason?: string;
        };
        SiteCreatedDto: {
            /** @example 01990f6e-7d53-8c1e-a6a1-4f0a5c2f9b11 */
            siteId: string;
        };
        SiteDetailsDto: {
            /** @example 1 Clinic Plaza, Springfield, IL 62701 */
            address: string;
            /** @example FE3541263 */
            deaNumber: string;
            /** @example Example Ketamine Clinic */
            name: string;
            /** @description Who must sign and what is tolerated here (regulations.md section 6). */
            policy: components["schemas"]["SitePolicyDto"];
            /**
             * @description Yours, in force at this moment.
             * @example [
             *       "pharmacist"
             *     ]
             */
            roles: ("administrator" | "pharmacist" | "nurse" | "prescriber" | "witness" | "compliance_officer" | "inspector")[];
            /** @example 01990f6e-7d53-8c1e-a6a1-4f0a5c2f9b11 */
            siteId: string;
            /** @example America/Chicago */
            timeZone: string;
        };
        SiteDto: {
            /** @example 1 Clinic Plaza, Springfield, IL 62701 */
            address: string;
            /** @example FE3541263 */
            deaNumber: string;
            /** @example Example Ketamine Clinic */
            name: string;
            /**
             * @description Yours, in force at this moment.
             * @example [
             *       "pharmacist"
             *     ]
             */
            roles: ("administrator" | "pharmacist" | "nurse" | "prescriber" | "witness" | "compliance_officer" | "inspector")[];
            /** @example 01990f6e-7d53-8c1e-a6a1-4f0a5c2f9b11 */
            siteId: string;
            /** @example America/Chicago */
            timeZone: string;
        };
        SiteOfMe: {
            /**
             * @example clinic
             * @enum {string}
             */
            kind: "organisation" | "clinic";
            /** @example Lakeside Clinic */
            name: string;
            /**
             * @description What those roles permit here.
             * @example [
             *       "stock:read"
             *     ]
             */
            permissions: ("site:read" | "site:manage" | "site:create" | "people:read" | "people:manage" | "catalog:read" | "catalog:manage" | "patient:read" | "patient:register" | "stock:read" | "receipt:record" | "move:record" | "session:read" | "session:record" | "wastage:record" | "wastage:read" | "closeout:record" | "count:record" | "count:read" | "correction:record" | "discrepancy:read" | "signature:make" | "signature:collect" | "erasure:perform" | "erasure:approve" | "report:read" | "log:read" | "log:verify" | "alarm:read" | "alarm:close" | "log:declare" | "bundle:export")[];
            /**
             * @description The site asks for a second factor.
             * @example false
             */
            requireSecondFactor: boolean;
            /**
             * @example [
             *       "nurse"
             *     ]
             */
            roles: ("administrator" | "pharmacist" | "nurse" | "prescriber" | "witness" | "compliance_officer" | "inspector")[];
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            siteId: string;
            /** @example America/Chicago */
            timeZone: string;
        };
        SitePage: {
            items: components["schemas"]["SiteDto"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        SitePolicyDto: {
            /**
             * @description 1 or 2.
             * @example 1
             */
            closeOutWitnesses: number;
            /**
             * @description An entry this many minutes after the act is late and needs a reason.
             * @example 15
             */
            lateAfterMinutes: number;
            /**
             * @description How long a patient is observed after a dose.
             * @example 120
             */
            observationMinutes: number;
            /**
             * @description Whether the one who wastes counts as one of the witnesses.
             * @example false
             */
            performerMayWitness: boolean;
            /**
             * @description Whoever signs beside the performer does it with a key that never leaves its device.
             * @example false
             */
            requireDeviceBoundKeys: boolean;
            /**
             * @description Nobody acts here without a second factor.
             * @example false
             */
            requireSecondFactor: boolean;
            /**
             * @description Years for which what is known of a patient is kept; 2 or more.
             * @example 7
             */
            retentionYears: number;
            /** @description Acts that a second person signs. */
            secondPersonFor: components["schemas"]["SecondPersonForDto"];
            /**
             * @description A shortage that is no discrepancy, percent of the label amount.
             * @example 3
             */
            shortageTolerancePercent: string;
            /**
             * @description 1 or 2.
             * @example 2
             */
            wasteWitnesses: number;
        };
        StartSessionDto: {
            /**
             * @description Why the patient is treated. Kept apart from the record as a private value.
             * @example treatment-resistant depression
             */
            indication?: string;
            /** @description Why it is entered late. Kept as a private value. */
            lateReason?: string;
            /**
             * Format: uuid
             * @description The room.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            locationId: string;
            /**
             * @description When it happened, with an offset. Left out: now. A late one needs `lateReason`, and shows for ever.
             * @example 2026-08-31T08:00:00-05:00
             */
            occurredAt?: string;
            /** @description Either `amountMg`, or `amountMgPerKg` with `weightKg`. */
            order: components["schemas"]["OrderDto"];
            /**
             * Format: uuid
             * @description Who is treated.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            patientId: string;
            /**
             * Format: uuid
             * @description Who orders it.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            prescriberId: string;
            /**
             * Format: uuid
             * @description What is ordered.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            productId: string;
            /**
             * @description How it reaches the patient.
             * @example intravenous
             * @enum {string}
             */
            route: "intravenous" | "intramuscular" | "subcutaneous" | "intranasal" | "oral" | "sublingual" | "rectal";
            /**
             * Format: uuid
             * @description Made by the client; left out: one is made.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            sessionId?: string;
        };
        StockOfDayRow: {
            /**
             * @description In containers by the book, mg.
             * @example 6320
             */
            bookMg: string;
            /**
             * @description The local day at whose end it is; its entries are those recorded on it.
             * @example 2026-08-03
             */
            day: string;
            /**
             * @description The product’s code.
             * @example KET50-10
             */
            productCode: string;
            /**
             * @description The product’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            productId: string;
            /**
             * @description The product.
             * @example Ketamine hydrochloride 50 mg/mL, 10 mL
             */
            productName: string;
            /**
             * @description Sealed containers.
             * @example 12
             */
            sealedContainers: number;
            /**
             * @description The first record after that day.
             * @example 1187
             */
            untilSeq: number;
        };
        StockOfDayRowPage: {
            items: components["schemas"]["StockOfDayRow"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
            period: components["schemas"]["LogPeriod"];
        };
        StockRow: {
            /**
             * @description All of it, mg.
             * @example 6320
             */
            bookMg: string;
            /**
             * @description Whether that day is over.
             * @example false
             */
            expired: boolean;
            /**
             * @description The lot’s last day.
             * @example 2028-01-31
             */
            expiresOn: string;
            /**
             * @description The location’s code.
             * @example SAFE
             */
            locationCode: string;
            /**
             * @description The location’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12
             */
            locationId: string;
            /**
             * @description The location.
             * @example Main safe
             */
            locationName: string;
            /**
             * @description The lot’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b13
             */
            lotId: string;
            /**
             * @description The manufacturer’s lot.
             * @example 4821A
             */
            lotNumber: string;
            /**
             * @description Open containers.
             * @example 1
             */
            openContainers: number;
            /**
             * @description In them by the book, mg; may be below zero.
             * @example 320
             */
            openMg: string;
            /**
             * @description The product’s code.
             * @example KET50-10
             */
            productCode: string;
            /**
             * @description The product’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            productId: string;
            /**
             * @description The product.
             * @example Ketamine hydrochloride 50 mg/mL, 10 mL
             */
            productName: string;
            /**
             * @description Containers out of use, awaiting disposal.
             * @example 0
             */
            quarantinedContainers: number;
            /**
             * @description In them by the book, mg.
             * @example 0
             */
            quarantinedMg: string;
            /**
             * @description Sealed containers.
             * @example 12
             */
            sealedContainers: number;
            /**
             * @description In them, mg.
             * @example 6000
             */
            sealedMg: string;
        };
        StockRowPage: {
            items: components["schemas"]["StockRow"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        SupplierAddedDto: {
            /** @example PE8711079 */
            deaNumber: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            supplierId: string;
        };
        SupplierChangedDto: {
            /** @description `false` takes it out of use, `true` into use again. */
            active?: boolean;
            /**
             * @description Registered address.
             * @example 500 Distribution Way, Peoria, IL 62602
             */
            address?: string;
            /**
             * @description Name, as on the invoice.
             * @example Example Wholesale
             */
            name?: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            supplierId: string;
        };
        SupplierChangeDto: {
            /** @description `false` takes it out of use, `true` into use again. */
            active?: boolean;
            /**
             * @description Registered address.
             * @example 500 Distribution Way, Peoria, IL 62602
             */
            address?: string;
            /**
             * @description Name, as on the invoice.
             * @example Example Wholesale
             */
            name?: string;
        };
        SupplierDto: {
            /** @example true */
            active: boolean;
            /** @example 500 Distribution Way, Peoria, IL 62602 */
            address: string;
            /** @example PE8711079 */
            deaNumber: string;
            /** @example Example Wholesale Drug Co */
            name: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            supplierId: string;
        };
        SupplierGivenDto: {
            /**
             * @description Registered address.
             * @example 500 Distribution Way, Peoria, IL 62602
             */
            address?: string;
            /**
             * @description DEA registration: finds the supplier, or makes a new one.
             * @example PE8711079
             */
            deaNumber?: string;
            /**
             * @description Name, as on the invoice.
             * @example Example Wholesale Drug Co
             */
            name?: string;
            /**
             * Format: uuid
             * @description A supplier of this site; or name, number and address.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            supplierId?: string;
        };
        SupplierPage: {
            items: components["schemas"]["SupplierDto"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        TakeDto: {
            /**
             * @description Label or id of a sealed container.
             * @example 20260831-0002-01
             */
            container: string;
            /** @description Why it is entered late. Kept as a private value. */
            lateReason?: string;
            /**
             * @description When it happened, with an offset. Left out: now. A late one needs `lateReason`, and shows for ever.
             * @example 2026-08-31T08:00:00-05:00
             */
            occurredAt?: string;
            /**
             * Format: uuid
             * @description The session.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            sessionId: string;
        };
        UnbalancedSessionDto: {
            /**
             * @description Since the session began.
             * @example 95
             */
            ageMinutes: number;
            /**
             * @description Something was drawn for it, be it taken back since.
             * @example true
             */
            anythingDrawn: boolean;
            /**
             * @description Of what is counted: mg in each.
             * @example 28
             */
            deviceAmountMg?: string;
            /**
             * @description Absent while it is open.
             * @example 2026-08-31T17:21:00.000Z
             */
            endedAt?: string;
            /**
             * @example injection
             * @enum {string}
             */
            form: "injection" | "nasal_device" | "solid";
            /**
             * @description Drawn and neither given, wasted nor returned.
             * @example 2
             */
            inHandMg: string;
            /** @example ROOM1 */
            locationCode: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23 */
            locationId: string;
            /** @example Room 1 */
            locationName: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b40 */
            nurseId: string;
            /**
             * @description Who began it.
             * @example RN1
             */
            nurseName: string;
            observation: components["schemas"]["ObservationDto"];
            order: components["schemas"]["OrderOfSessionDto"];
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b20 */
            patientId: string;
            /**
             * @description Of it, what waits for witnesses.
             * @example 2
             */
            pendingMg: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b22 */
            prescriberId: string;
            /** @example Dr. Morgan Example */
            prescriberName: string;
            /** @example KET50 */
            productCode: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21 */
            productId: string;
            /** @example Ketamine hydrochloride injection */
            productName: string;
            /**
             * @example intravenous
             * @enum {string}
             */
            route: "intravenous" | "intramuscular" | "subcutaneous" | "intranasal" | "oral" | "sublingual" | "rectal";
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            sessionId: string;
            /** @example 2026-08-31T14:24:00.000Z */
            startedAt: string;
            /**
             * @example open
             * @enum {string}
             */
            status: "open" | "ended";
            /**
             * @description Of an injection.
             * @example 50
             */
            strengthMgPerMl?: string;
        };
        UnbalancedSessionPage: {
            items: components["schemas"]["UnbalancedSessionDto"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
        };
        VerificationDto: {
            /**
             * @description While it runs: records checked so far.
             * @example 4000
             */
            done?: number;
            /** @description True where it failed. */
            failed?: boolean;
            /**
             * @description How many things are wrong.
             * @example 0
             */
            findings?: number;
            /** @description The first of them. */
            first?: components["schemas"]["FindingDto"];
            /** @example 12 */
            milliseconds?: number;
            /** @description The first of them in a sentence. */
            reason?: string;
            /**
             * @description Records that were checked.
             * @example 120
             */
            records?: number;
            /** @example 10000 */
            recordsPerSecond?: number;
            /**
             * @description The root of all of them, base64.
             * @example 7n3p6dZ5q0o7cs2f4kB5tV2oL9c0z3j6y7p8e9x0d1m=
             */
            rootHash?: string;
            /**
             * @description The record that says what it came to.
             * @example 121
             */
            seq?: number;
            /**
             * @description While it runs: of how many.
             * @example 12000
             */
            size?: number;
            /**
             * @description `interrupted`: the server stopped before it was through; `failed`: the log could not be read. Ask for another.
             * @example done
             * @enum {string}
             */
            status: "running" | "done" | "failed" | "interrupted";
            /** @example 01990f6e-9b20-7c66-8b62-1b3c7d2e8f31 */
            verificationId: string;
            /**
             * @description Once it is done.
             * @example true
             */
            verified?: boolean;
        };
        VerificationStartedDto: {
            /** @example 01990f6e-9b20-7c66-8b62-1b3c7d2e8f31 */
            verificationId: string;
        };
        VoucherQuestionRequest: {
            /** @description The key that was made, and is vouched for. */
            attestation: components["schemas"]["AttestationBody"];
            /**
             * @description Who vouches. Left out: a key that knows its owner by itself.
             * @example rph1
             */
            username?: string;
        };
        WastedDto: {
            /** @example 2 */
            amountMg: string;
            /**
             * @description Its label.
             * @example 20260831-0002-01
             */
            container?: string;
            /**
             * @description Where it is wasted from a container.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30
             */
            containerId?: string;
            /** @example 1 */
            deviceCount?: number;
            /**
             * @description In hand for the session after it, where it was wasted from there.
             * @example 0
             */
            inHandMg?: string;
            /** @example false */
            late: boolean;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11 */
            sessionId?: string;
            /** @example 0.04 */
            volumeMl?: string;
        };
        WasteDto: {
            /**
             * @description How much, in mg.
             * @example 2
             */
            amountMg?: string;
            /**
             * @description Label or id, where it is wasted from a container.
             * @example 20260831-0003-01
             */
            container?: string;
            /** @description How many devices. */
            deviceCount?: number;
            /** @description Why it is entered late. Kept as a private value. */
            lateReason?: string;
            /**
             * @description When it happened, with an offset. Left out: now. A late one needs `lateReason`, and shows for ever.
             * @example 2026-08-31T08:00:00-05:00
             */
            occurredAt?: string;
            /**
             * @description Needed. Kept apart from the record as a private value.
             * @example dose remainder
             */
            reason?: string;
            /**
             * Format: uuid
             * @description Whose hand it is wasted from; with `container` a reference only.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            sessionId?: string;
            /**
             * @description Tokens of POST /sites/{siteId}/signatures, one a witness, made for this very body.
             * @example [
             *       "token of the first witness",
             *       "token of the second"
             *     ]
             */
            signatures?: string[];
            /**
             * @description How much, in mL.
             * @example 0.04
             */
            volumeMl?: string;
        };
        WasteOfPersonRow: {
            /**
             * @description Administered, mg.
             * @example 3100.5
             */
            administeredMg: string;
            /**
             * @description How many doses.
             * @example 61
             */
            doses: number;
            /**
             * @description Who.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16
             */
            personId: string;
            /**
             * @description Their name.
             * @example Nora Quill
             */
            personName?: string;
            /**
             * @description The product’s code.
             * @example KET50-10
             */
            productCode: string;
            /**
             * @description The product’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            productId: string;
            /**
             * @description The product.
             * @example Ketamine hydrochloride 50 mg/mL, 10 mL
             */
            productName: string;
            /**
             * @description Wasted, mg.
             * @example 120
             */
            wastedMg: string;
            /**
             * @description How many wastes; `wastage-log` of the person has them.
             * @example 14
             */
            wastes: number;
        };
        WasteOfPersonRowPage: {
            items: components["schemas"]["WasteOfPersonRow"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
            period: components["schemas"]["LogPeriod"];
        };
        WasteRow: {
            /**
             * @description How much, mg.
             * @example 37.5
             */
            amountMg: string;
            /**
             * @description The container’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14
             */
            containerId?: string;
            /**
             * @description The container’s label.
             * @example R-0001-01
             */
            containerLabel?: string;
            /**
             * @description The same in devices.
             * @example 2
             */
            deviceCount?: number;
            /**
             * @description Its finished form.
             * @example injection
             * @enum {string}
             */
            form: "injection" | "nasal_device" | "solid";
            /**
             * @description Recorded later than the site’s policy allows without a reason.
             * @example false
             */
            late: boolean;
            /**
             * @description Why it is late; only to whom may read patients’ data.
             * @example Power cut
             */
            lateReason?: string;
            /**
             * @description Its line of the record.
             * @example 0
             */
            lineNo: number;
            /**
             * @description The day it happened, at the site.
             * @example 2026-08-03
             */
            localDate: string;
            /**
             * @description The container’s lot.
             * @example 4821A
             */
            lotNumber?: string;
            /**
             * @description When it happened, as the person says.
             * @example 2026-08-03T14:00:00.000Z
             */
            occurredAt: string;
            /**
             * @description Who did it.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16
             */
            personId: string;
            /**
             * @description Their name.
             * @example Nora Quill
             */
            personName?: string;
            /**
             * @description The product’s code.
             * @example KET50-10
             */
            productCode: string;
            /**
             * @description The product’s id.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11
             */
            productId: string;
            /**
             * @description The substance.
             * @example Ketamine hydrochloride
             */
            productName: string;
            /**
             * @description Why; only to whom may read patients’ data.
             * @example Left in the syringe
             */
            reason?: string;
            /**
             * @description When it was recorded.
             * @example 2026-08-03T14:01:10.000Z
             */
            recordedAt: string;
            /**
             * @description The record that takes it back, where there is one.
             * @example 1050
             */
            reversedBySeq?: number;
            /**
             * @description The record.
             * @example 1042
             */
            seq: number;
            /**
             * @description The session.
             * @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b15
             */
            sessionId?: string;
            /**
             * @description Wasted from what was `in_hand`, or from a `container`.
             * @example in_hand
             * @enum {string}
             */
            source: "in_hand" | "container";
            /**
             * @description Its strength.
             * @example 50 mg/mL
             */
            strength: string;
            /**
             * @description The same as a volume, where it was measured as one.
             * @example 0.75
             */
            volumeMl?: string;
            /**
             * @description Who saw it and signed, in which role, how, and in which record.
             * @example [
             *       {
             *         "personId": "01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b17",
             *         "name": "Ann Witness",
             *         "role": "witness",
             *         "method": "signature:password",
             *         "signedSeq": 1041
             *       }
             *     ]
             */
            witnesses: components["schemas"]["WitnessOfWaste"][];
        };
        WasteRowPage: {
            items: components["schemas"]["WasteRow"][];
            /**
             * @description Send it as `cursor` for the next page; absent on the last.
             * @example WzExOF0
             */
            nextCursor?: string;
            period: components["schemas"]["LogPeriod"];
        };
        WithdrawDto: {
            /**
             * @description Needed. Kept apart from the record as a private value.
             * @example entered twice
             */
            reason?: string;
        };
        WitnessDto: {
            /** @description What a key of the witness answered to `signatures/options` of this waste, in place of the password. */
            assertion?: components["schemas"]["AssertionBody"];
            /**
             * @description What the witness states having seen: all three.
             * @example [
             *       "label",
             *       "volume",
             *       "act"
             *     ]
             */
            attests: ("label" | "volume" | "act")[];
            /**
             * @description The witness’s own; needed without `assertion`.
             * @example correct-horse-battery
             */
            password?: string;
            /**
             * @description Six digits, of whoever has an authenticator.
             * @example 492039
             */
            totp?: string;
        };
        WitnessesAnswer: {
            /**
             * @description When enough of them had, as they say.
             * @example 2026-09-03T16:00:00.000Z
             */
            confirmedAt?: string;
            /**
             * @description Records that enough witnesses have confirmed; absent: none yet.
             * @example 120
             */
            confirmedSize?: number;
            /**
             * @description How many must cosign a head at the least; absent where the policy asks for no witness.
             * @example 2
             */
            needed?: number;
            /**
             * @description Why the policy cannot be used.
             * @example The policy … cannot be used
             */
            problem?: string;
            /**
             * @description Whether the quorum is met: all that is signed is confirmed, but for what is being asked about just now. Absent where no witness is asked for.
             * @example true
             */
            quorumMet?: boolean;
            /**
             * @description Records in the log.
             * @example 120
             */
            size: number;
            /**
             * @description `off`: no policy names a witness. `policy_unusable`: it cannot be read, and none is asked.
             * @example collecting
             * @enum {string}
             */
            status: "off" | "collecting" | "policy_unusable";
            /**
             * @description When the first record was written that is signed and that too few witnesses have confirmed.
             * @example 2026-09-03T16:00:00.000Z
             */
            unconfirmedSince?: string;
            /** @description In the order of the policy. */
            witnesses: components["schemas"]["OutsideWitness"][];
        };
        WitnessOfWaste: {
            /**
             * @description How they authenticated.
             * @example signature:password
             */
            method: string;
            /** @example Ann Witness */
            name?: string;
            /** @example 01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b17 */
            personId: string;
            /** @example witness */
            role: string;
            /**
             * @description The record in which they signed.
             * @example 1041
             */
            signedSeq: number;
        };
    };
    responses: {
        /** @description A refusal. */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    AboutController_about: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AboutAnswer"];
                };
            };
        };
    };
    AccountController_acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitationRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    AuthController_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    AuthController_logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    AuthController_logoutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    AuthController_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PasskeysController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeysAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PasskeysController_enrol: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrolKeyRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolledAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PasskeysController_rename: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkeyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameKeyRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    PasskeysController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkeyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmationRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    PasskeysController_confirmation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyQuestionAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PasskeysController_options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmationRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentOptionsAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PasskeysController_voucherQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoucherQuestionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyQuestionAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    AccountController_changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    AccountController_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmTotpRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    AccountController_enrol: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmationRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    AccountController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmationRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    KeyLoginController_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyLoginRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    KeyLoginController_options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyQuestionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyQuestionAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    HealthController_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthDto"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    MetricsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PeopleController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonItemPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PeopleController_add: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPersonRequest"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewPersonAnswer"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PeopleController_disable: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisabledAnswer"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PeopleController_enable: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisabledAnswer"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PeopleController_endSessions: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsEndedAnswer"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PeopleController_invite: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLinkRequest"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkAnswer"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PeopleController_approvalQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalQuestionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyQuestionAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    SetupController_setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupBody"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupAnswer"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    SitesController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SitePage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    SitesController_create: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSiteDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteCreatedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    SitesController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteDetailsDto"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    AlarmsController_page: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Left out: all of them. */
                status?: "open" | "closed";
            };
            header?: never;
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    AlarmsController_close: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                alarmId: string;
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseAlarmDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmClosedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    SitesController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SiteChangeDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteChangedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ProofsController_checkpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    CloseOutsController_closeOut: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseOutDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosedOutDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    StorageController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only those whose lot expires before this day. */
                expiringBefore?: string;
                /** @description The one with this label. */
                label?: string;
                /** @description The list begins with those whose last day of use is this one. */
                lastDayFrom?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Only at this location. */
                locationId?: string;
                /** @description Only of this lot. */
                lotId?: string;
                /** @description Only of this product. */
                productId?: string;
                /** @description `in_stock`: what is still there, in whatever state. `unusable`: of that, what is expired or past its beyond-use date on the clinic’s day. Left out: all that ever was. */
                show?: "in_stock" | "unusable";
                /** @description Only in this state. */
                state?: "sealed" | "taken" | "open" | "empty" | "quarantined" | "broken" | "destroyed" | "sent_out" | "void";
            };
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContainerPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    StorageController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Label or id. */
                container: string;
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContainerDto"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    StorageController_book: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Label or id. */
                container: string;
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookDto"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    HistoryController_ofContainer: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Left out: `oldest` first. */
                first?: "oldest" | "newest";
                /** @description Recorded at this time or later. */
                from?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Recorded before this time. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description Label or id. */
                container: string;
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordViewPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    CountsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Only at this location. */
                locationId?: string;
                /** @description Only of this product. */
                productId?: string;
            };
            header?: never;
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountListedPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    CountsController_count: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    CountsController_sheet: {
        parameters: {
            query: {
                /** @description The location to be counted. */
                locationId: string;
            };
            header?: never;
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountSheetDto"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    DiscrepanciesController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Left out: all, open ones first. */
                status?: "open" | "resolved";
            };
            header?: never;
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscrepancyPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    DiscrepanciesController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                discrepancyId: string;
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscrepancyDetailsDto"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    DosingController_draw: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawnDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    HistoryController_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The record’s number in the log. */
                seq: number;
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryDto"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ErasuresController_erase: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    DosingController_give: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    SitesController_head: {
        parameters: {
            query?: {
                /** @description `size` of an earlier answer. */
                since?: number;
            };
            header?: {
                /** @description `ETag` of an earlier answer. */
                "If-None-Match"?: string;
            };
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeadDto"];
                };
            };
            /** @description Nothing has changed. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    ProofsController_compare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeenHead"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeadComparison"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    BundlesController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BundleListedPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    BundlesController_make: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBundleDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BundleMadeDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    BundlesController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bundleId: string;
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BundleDto"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    BundlesController_file: {
        parameters: {
            query?: {
                /** @description Of the summary and the first page. Left out: `en`. */
                language?: "en" | "es";
            };
            header?: never;
            path: {
                bundleId: string;
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    LocationsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocationPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    LocationsController_add: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLocationDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocationAddedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    LocationsController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                locationId: string;
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LocationChangeDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocationChangedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    AuditController_page: {
        parameters: {
            query?: {
                /** @description Records of what this person did. */
                actor?: string;
                /** @description Records beyond this number, in the direction of reading: a list can begin anywhere. */
                beyondSeq?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Left out: `oldest` first. */
                first?: "oldest" | "newest";
                /** @description Recorded at this time or later. */
                from?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Records about this: the label of a container, or the id of anything. */
                subject?: string;
                /** @description Recorded before this time. */
                to?: string;
                /** @description Records of this type only. */
                type?: string;
            };
            header?: never;
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordViewPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    AlarmsController_declare: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareIncarnationDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncarnationDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ProofsController_keys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogKeysAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    AlarmsController_state: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogStateDto"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    AuditController_one: {
        parameters: {
            query?: {
                /** @description `sealed` leaves its private values closed: nothing of a patient is read, and no reading is recorded. */
                private?: "opened" | "sealed";
            };
            header?: never;
            path: {
                /** @description The record’s number in the log, from 0. */
                seq: number;
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogRecord"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ProofsController_proof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The record’s number in the log, from 0. */
                seq: number;
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    StorageController_lots: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    StorageController_move: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ProofsController_mine: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActReceiptPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PatientsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientListedPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PatientsController_register: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientDetailsDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientRegisteredDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PatientsController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                patientId: string;
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientDto"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PatientsController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                patientId: string;
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientDetailsDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientRegisteredDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ErasuresController_erasable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                patientId: string;
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasableDto"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    HistoryController_ofPatient: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Left out: `oldest` first. */
                first?: "oldest" | "newest";
                /** @description Recorded at this time or later. */
                from?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Recorded before this time. */
                to?: string;
            };
            header?: never;
            path: {
                patientId: string;
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordViewPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PatientsController_names: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientNamesRequestDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientNamesDto"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PatientsController_search: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientSearchDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsFoundDto"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    WastageController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Only of this session. */
                sessionId?: string;
                /** @description Left out: those that wait. */
                status?: "pending" | "complete" | "withdrawn";
            };
            header?: never;
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingWasteListedPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    WastageController_open: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PendingWasteDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingWasteOpenedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    WastageController_witness: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                pendingWasteId: string;
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WitnessDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingWasteSignedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    WastageController_question: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pendingWasteId: string;
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyQuestionAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    WastageController_withdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                pendingWasteId: string;
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingWasteWithdrawnDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    RolesController_people: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonOfSitePage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    HistoryController_ofPerson: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Left out: `oldest` first. */
                first?: "oldest" | "newest";
                /** @description Recorded at this time or later. */
                from?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Recorded before this time. */
                to?: string;
            };
            header?: never;
            path: {
                personId: string;
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordViewPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    SitesController_setPolicy: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyChangeDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PartnersController_prescribers: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrescriberPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PartnersController_addPrescriber: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPrescriberDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrescriberAddedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PartnersController_changePrescriber: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                prescriberId: string;
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrescriberChangeDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrescriberChangedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ProductsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ProductsController_add: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewProductDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductAddedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ProductsController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                productId: string;
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductChangeDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductChangedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ReceivingController_list: {
        parameters: {
            query?: {
                /** @description Only those whose count is, or is not, what was invoiced. */
                counted?: "agrees" | "differs";
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only of this invoice. */
                invoice?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Only of this product. */
                productId?: string;
                /** @description Only of this supplier. */
                supplierId?: string;
            };
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptListedPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ReceivingController_receive: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiptDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ReceivingController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                receiptId: string;
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptDetailsDto"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    DosingController_reopen: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenSessionDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionReopenedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ListsController_administrations: {
        parameters: {
            query: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description `csv` answers with the whole report as RFC 4180 text, as `Accept: text/csv` does; `json_file` with the whole of it as a JSON file. Either is recorded as an export. */
                format?: "json" | "csv" | "json_file";
                /** @description A local day of the site (the whole of it), or an instant with `Z` or an offset: the first moment. */
                from: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Only this location. */
                locationId?: string;
                /** @description Only what this person did. */
                personId?: string;
                /** @description Only this product. */
                productId?: string;
                /** @description A local day of the site (the whole of it), or an instant with `Z` or an offset: the last day, or the first moment after the period. */
                to: string;
            };
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdministrationRowPage"];
                    "text/csv": components["schemas"]["AdministrationRowPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ListsController_counts: {
        parameters: {
            query: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description `csv` answers with the whole report as RFC 4180 text, as `Accept: text/csv` does; `json_file` with the whole of it as a JSON file. Either is recorded as an export. */
                format?: "json" | "csv" | "json_file";
                /** @description A local day of the site (the whole of it), or an instant with `Z` or an offset: the first moment. */
                from: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Only this location. */
                locationId?: string;
                /** @description Only what this person did. */
                personId?: string;
                /** @description Only this product. */
                productId?: string;
                /** @description A local day of the site (the whole of it), or an instant with `Z` or an offset: the last day, or the first moment after the period. */
                to: string;
            };
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountRowPage"];
                    "text/csv": components["schemas"]["CountRowPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ListsController_discrepancies: {
        parameters: {
            query: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description `csv` answers with the whole report as RFC 4180 text, as `Accept: text/csv` does; `json_file` with the whole of it as a JSON file. Either is recorded as an export. */
                format?: "json" | "csv" | "json_file";
                /** @description A local day of the site (the whole of it), or an instant with `Z` or an offset: the first moment. */
                from: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Only this location. */
                locationId?: string;
                /** @description Only what this person did. */
                personId?: string;
                /** @description Only this product. */
                productId?: string;
                /** @description A local day of the site (the whole of it), or an instant with `Z` or an offset: the last day, or the first moment after the period. */
                to: string;
            };
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscrepancyRowPage"];
                    "text/csv": components["schemas"]["DiscrepancyRowPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ListsController_late: {
        parameters: {
            query: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description `csv` answers with the whole report as RFC 4180 text, as `Accept: text/csv` does; `json_file` with the whole of it as a JSON file. Either is recorded as an export. */
                format?: "json" | "csv" | "json_file";
                /** @description A local day of the site (the whole of it), or an instant with `Z` or an offset: the first moment. */
                from: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Only this location. */
                locationId?: string;
                /** @description Only what this person did. */
                personId?: string;
                /** @description Only this product. */
                productId?: string;
                /** @description A local day of the site (the whole of it), or an instant with `Z` or an offset: the last day, or the first moment after the period. */
                to: string;
            };
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LateEntryRowPage"];
                    "text/csv": components["schemas"]["LateEntryRowPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ListsController_matters: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description `csv` answers with the whole report as RFC 4180 text, as `Accept: text/csv` does; `json_file` with the whole of it as a JSON file. Either is recorded as an export. */
                format?: "json" | "csv" | "json_file";
                /** @description How many items at most. */
                limit?: number;
                /** @description Only this location. */
                locationId?: string;
                /** @description Only what this person did. */
                personId?: string;
                /** @description Only this product. */
                productId?: string;
            };
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenMatterRowPage"];
                    "text/csv": components["schemas"]["OpenMatterRowPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ListsController_openVials: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description `csv` answers with the whole report as RFC 4180 text, as `Accept: text/csv` does; `json_file` with the whole of it as a JSON file. Either is recorded as an export. */
                format?: "json" | "csv" | "json_file";
                /** @description How many items at most. */
                limit?: number;
                /** @description Only this location. */
                locationId?: string;
                /** @description Only what this person did. */
                personId?: string;
                /** @description Only this product. */
                productId?: string;
            };
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenVialRowPage"];
                    "text/csv": components["schemas"]["OpenVialRowPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ListsController_receipts: {
        parameters: {
            query: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description `csv` answers with the whole report as RFC 4180 text, as `Accept: text/csv` does; `json_file` with the whole of it as a JSON file. Either is recorded as an export. */
                format?: "json" | "csv" | "json_file";
                /** @description A local day of the site (the whole of it), or an instant with `Z` or an offset: the first moment. */
                from: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Only this location. */
                locationId?: string;
                /** @description Only what this person did. */
                personId?: string;
                /** @description Only this product. */
                productId?: string;
                /** @description A local day of the site (the whole of it), or an instant with `Z` or an offset: the last day, or the first moment after the period. */
                to: string;
            };
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptRowPage"];
                    "text/csv": components["schemas"]["ReceiptRowPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ReconciliationController_read: {
        parameters: {
            query: {
                /** @description What a row is about. */
                by: "site" | "product" | "location" | "lot" | "container" | "session" | "person";
                /** @description Only this container; by container. */
                containerId?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description `csv` answers with the whole report as RFC 4180 text, as `Accept: text/csv` does; `json_file` with the whole of it as a JSON file. Either is recorded as an export. */
                format?: "json" | "csv" | "json_file";
                /** @description A local day of the site (the whole of it), or an instant with `Z` or an offset: the first moment. */
                from: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Only this location. */
                locationId?: string;
                /** @description Only this lot; by lot or container. */
                lotId?: string;
                /** @description Only what this person did. */
                personId?: string;
                /** @description Only this product. */
                productId?: string;
                /** @description Only this session; by session. */
                sessionId?: string;
                /** @description A local day of the site (the whole of it), or an instant with `Z` or an offset: the last day, or the first moment after the period. */
                to: string;
            };
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationBySitePage"] | components["schemas"]["ReconciliationByProductPage"] | components["schemas"]["ReconciliationByLocationPage"] | components["schemas"]["ReconciliationByLotPage"] | components["schemas"]["ReconciliationByContainerPage"] | components["schemas"]["ReconciliationBySessionPage"] | components["schemas"]["ReconciliationByPersonPage"];
                    "text/csv": components["schemas"]["ReconciliationBySitePage"] | components["schemas"]["ReconciliationByProductPage"] | components["schemas"]["ReconciliationByLocationPage"] | components["schemas"]["ReconciliationByLotPage"] | components["schemas"]["ReconciliationByContainerPage"] | components["schemas"]["ReconciliationBySessionPage"] | components["schemas"]["ReconciliationByPersonPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ListsController_refused: {
        parameters: {
            query: {
                /** @description Only this refusal: a code of docs/errors.md. */
                code?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description `csv` answers with the whole report as RFC 4180 text, as `Accept: text/csv` does; `json_file` with the whole of it as a JSON file. Either is recorded as an export. */
                format?: "json" | "csv" | "json_file";
                /** @description A local day of the site (the whole of it), or an instant with `Z` or an offset: the first moment. */
                from: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Only this location. */
                locationId?: string;
                /** @description Only what this person did. */
                personId?: string;
                /** @description Only this product. */
                productId?: string;
                /** @description A local day of the site (the whole of it), or an instant with `Z` or an offset: the last day, or the first moment after the period. */
                to: string;
            };
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusedAttemptRowPage"];
                    "text/csv": components["schemas"]["RefusedAttemptRowPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ListsController_refusals: {
        parameters: {
            query: {
                /** @description Only this refusal: a code of docs/errors.md. */
                code?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description `csv` answers with the whole report as RFC 4180 text, as `Accept: text/csv` does; `json_file` with the whole of it as a JSON file. Either is recorded as an export. */
                format?: "json" | "csv" | "json_file";
                /** @description A local day of the site (the whole of it), or an instant with `Z` or an offset: the first moment. */
                from: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Only this location. */
                locationId?: string;
                /** @description Only what this person did. */
                personId?: string;
                /** @description Only this product. */
                productId?: string;
                /** @description A local day of the site (the whole of it), or an instant with `Z` or an offset: the last day, or the first moment after the period. */
                to: string;
            };
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusedOfDayRowPage"];
                    "text/csv": components["schemas"]["RefusedOfDayRowPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ListsController_stock: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description `csv` answers with the whole report as RFC 4180 text, as `Accept: text/csv` does; `json_file` with the whole of it as a JSON file. Either is recorded as an export. */
                format?: "json" | "csv" | "json_file";
                /** @description How many items at most. */
                limit?: number;
                /** @description Only this location. */
                locationId?: string;
                /** @description Only what this person did. */
                personId?: string;
                /** @description Only this product. */
                productId?: string;
            };
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockRowPage"];
                    "text/csv": components["schemas"]["StockRowPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ListsController_days: {
        parameters: {
            query: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description `csv` answers with the whole report as RFC 4180 text, as `Accept: text/csv` does; `json_file` with the whole of it as a JSON file. Either is recorded as an export. */
                format?: "json" | "csv" | "json_file";
                /** @description A local day of the site (the whole of it), or an instant with `Z` or an offset: the first moment. */
                from: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Only this location. */
                locationId?: string;
                /** @description Only what this person did. */
                personId?: string;
                /** @description Only this product. */
                productId?: string;
                /** @description A local day of the site (the whole of it), or an instant with `Z` or an offset: the last day, or the first moment after the period. */
                to: string;
            };
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockOfDayRowPage"];
                    "text/csv": components["schemas"]["StockOfDayRowPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ListsController_wastage: {
        parameters: {
            query: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description `csv` answers with the whole report as RFC 4180 text, as `Accept: text/csv` does; `json_file` with the whole of it as a JSON file. Either is recorded as an export. */
                format?: "json" | "csv" | "json_file";
                /** @description A local day of the site (the whole of it), or an instant with `Z` or an offset: the first moment. */
                from: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Only this location. */
                locationId?: string;
                /** @description Only what this person did. */
                personId?: string;
                /** @description Only this product. */
                productId?: string;
                /** @description A local day of the site (the whole of it), or an instant with `Z` or an offset: the last day, or the first moment after the period. */
                to: string;
            };
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WasteRowPage"];
                    "text/csv": components["schemas"]["WasteRowPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ListsController_wasters: {
        parameters: {
            query: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description `csv` answers with the whole report as RFC 4180 text, as `Accept: text/csv` does; `json_file` with the whole of it as a JSON file. Either is recorded as an export. */
                format?: "json" | "csv" | "json_file";
                /** @description A local day of the site (the whole of it), or an instant with `Z` or an offset: the first moment. */
                from: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Only this location. */
                locationId?: string;
                /** @description Only what this person did. */
                personId?: string;
                /** @description Only this product. */
                productId?: string;
                /** @description A local day of the site (the whole of it), or an instant with `Z` or an offset: the last day, or the first moment after the period. */
                to: string;
            };
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WasteOfPersonRowPage"];
                    "text/csv": components["schemas"]["WasteOfPersonRowPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    DosingController_return: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawnDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    CorrectionsController_reverse: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReversalDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReversedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    RolesController_grant: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantRoleRequest"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleGrantedAnswer"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    RolesController_withdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                grantId: string;
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleWithdrawnAnswer"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ReceivingController_scan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScanDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanReadDto"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    SessionsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sessions begun on this day of the site’s time zone; `today` is the ledger’s today. */
                day?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Only in this room. */
                locationId?: string;
                /** @description Only those this nurse began. */
                nurseId?: string;
                /** @description `true`: only patients who have had a dose and are not discharged. */
                observed?: "true" | "false";
                /** @description Only of this patient. */
                patientId?: string;
                /** @description Only of this product. */
                productId?: string;
                /** @description Only these. */
                status?: "open" | "ended";
            };
            header?: never;
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    SessionsController_start: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartSessionDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionStartedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    SessionsController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDetailsDto"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    SessionsController_discharge: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                sessionId: string;
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DischargeDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DischargedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    SessionsController_end: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                sessionId: string;
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndSessionDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionEndedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    HistoryController_ofSession: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Left out: `oldest` first. */
                first?: "oldest" | "newest";
                /** @description Recorded at this time or later. */
                from?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Recorded before this time. */
                to?: string;
            };
            header?: never;
            path: {
                sessionId: string;
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordViewPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    SessionsController_unbalanced: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnbalancedSessionPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    SignaturesController_sign: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignatureRequest"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignatureAnswer"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    SignaturesController_question: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignatureQuestionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyQuestionAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    SignaturesTogetherController_sign: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignaturesTogetherRequest"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignaturesTogetherAnswer"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    SignaturesTogetherController_question: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListQuestionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyQuestionAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PartnersController_suppliers: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PartnersController_addSupplier: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSupplierDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierAddedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    PartnersController_changeSupplier: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: unknown;
                supplierId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupplierChangeDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierChangedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    DosingController_take: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawnDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    AuditController_start: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationStartedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    AuditController_verification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationDto"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    WastageController_waste: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this act. Sent again with the same body it gives the first answer; with another, a conflict. */
                "Idempotency-Key": string;
            };
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WasteDto"];
            };
        };
        responses: {
            /** @description Committed. `Idempotent-Replayed: true` marks the first answer given again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WastedDto"] & components["schemas"]["RecordedAt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    AlarmsController_witnessesOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WitnessesAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
}
