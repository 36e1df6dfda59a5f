// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.alarms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Links that are broken on purpose: the test that guards them passes before, and names the link after. */
class BrokenLinksTest {

    private final RunbooksTest pages = new RunbooksTest();
    private final AlarmTemplatesTest templates = new AlarmTemplatesTest();

    private static Stream<Runbook> pages() {
        return Runbook.ofAlarms().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageThatNamesAnotherDashboard(Runbook page) {
        Map<String, Object> front = new HashMap<>(page.front());
        front.put("dashboard", "overviews");

        assertThatCode(() -> pages.pageNamesTheDashboardThatItsAlarmsName(page)).doesNotThrowAnyException();
        assertThatThrownBy(
                () -> pages.pageNamesTheDashboardThatItsAlarmsName(new Runbook(page.name(), front, page.text())))
                .isInstanceOf(AssertionError.class).hasMessageContaining("overviews");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageThatExpectsAnAlarmThatIsNowhere(Runbook page) {
        Map<String, Object> front = new HashMap<>(page.front());
        front.put("expects", List.of(page.name() + "-nowhere"));

        assertThatCode(() -> pages.rehearsalExpectsAlarmsThatThereAreItsOwnFirst(page)).doesNotThrowAnyException();
        assertThatThrownBy(() -> pages.rehearsalExpectsAlarmsThatThereAreItsOwnFirst(
                new Runbook(page.name(), front, page.text())))
                .isInstanceOf(AssertionError.class).hasMessageContaining("-nowhere");
    }

    @ParameterizedTest
    @CsvSource({"Dashboard: highlands-, Dashboard: highland-", ".md Dashboard:, s.md Dashboard:"})
    void alarmWhoseDescriptionLinksToNowhere(String right, String wrong) {
        assertThatCode(() -> templates.everyAlarmToRespondToLinksItsPageAndItsDashboard(TemplateAlarms.of("prod")))
                .doesNotThrowAnyException();

        TemplateAlarms.broken(alarm -> replace(alarm, right, wrong), () -> assertThatThrownBy(
                () -> templates.everyAlarmToRespondToLinksItsPageAndItsDashboard(TemplateAlarms.of("prod")))
                .isInstanceOf(AssertionError.class).hasMessageContaining(wrong));
    }

    private static void replace(ObjectNode alarm, String right, String wrong) {
        alarm.put("AlarmDescription", alarm.path("AlarmDescription").asString("").replace(right, wrong));
    }
}
