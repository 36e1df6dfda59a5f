// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.util.Set;

/** Names that a database of PostgreSQL cannot have, in AWS or on one machine. */
final class DatabaseNames {

    /** What every server has, and what is RDS's own. */
    private static final Set<String> TAKEN = Set.of("postgres", "rdsadmin", "template0", "template1");
    /**
     * PostgreSQL 17, Appendix C, "SQL Key Words", column PostgreSQL: reserved. RDS refuses a word that the engine
     * reserves (Aurora User Guide, "Naming constraints in Amazon Aurora").
     */
    private static final Set<String> RESERVED = Set.of("""
            all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create
            current_catalog current_date current_role current_time current_timestamp current_user default deferrable
            desc distinct do else end except false fetch for foreign from grant group having in initially intersect into
            lateral leading limit localtime localtimestamp not null offset on only or order placing primary references
            returning select session_user some symmetric system_user table then to trailing true union unique user using
            variadic when where window with""".split("\\s+"));

    private DatabaseNames() {
    }

    static boolean isReserved(String name) {
        return TAKEN.contains(name) || RESERVED.contains(name);
    }
}
