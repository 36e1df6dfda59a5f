// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.util.List;
import java.util.Optional;

/**
 * What stands above a page's title.
 *
 * @param alarm the kind of alarm; empty for a routine job
 * @param severity whom the alarm tells: page, ticket or guard; empty for a routine job
 * @param owner the team that keeps the page true
 * @param dashboard the dashboard that its alarms name, without {@code highlands-ENV-}; empty for a routine job
 * @param rehearsal how it is rehearsed, where it is
 * @param expects alarms that must go into ALARM in the rehearsal, without {@code highlands-ENV-}
 * @param mayAlsoFire alarms that may be in ALARM beside them
 * @param routine whether the page is a routine job and no alarm's
 */
public record FrontMatter(String alarm, String severity, String owner, String dashboard,
        Optional<RehearsalSpec> rehearsal, List<String> expects, List<String> mayAlsoFire, boolean routine) {

    public FrontMatter {
        expects = List.copyOf(expects);
        mayAlsoFire = List.copyOf(mayAlsoFire);
    }

    /**
     * The same page, rehearsed differently.
     *
     * @param how how it is rehearsed
     * @param expected alarms that must go into ALARM
     * @param bearable alarms that may be in ALARM beside them
     * @return what then stands above its title
     */
    public FrontMatter rehearsed(RehearsalSpec how, List<String> expected, List<String> bearable) {
        return new FrontMatter(alarm, severity, owner, dashboard, Optional.of(how), expected, bearable, routine);
    }
}
