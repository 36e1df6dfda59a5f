// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import static org.assertj.core.api.Assertions.assertThat;

/** Steps of a runbook that are run from the pages of the runbook and of the incident, in a real browser. */
@EnabledIf("chromiumIsInstalled")
class StepsBrowserTest extends ConsoleBrowser {

    private static final String PAGE = "/runbooks/edge-errors?instance=service-b-service-c";

    @AfterEach
    void forget() {
        world.steps.forget();
    }

    private void tick() {
        page.evaluate("document.body.dispatchEvent(new Event('tick'))");
    }

    private Locator entry(String step) {
        return page.locator(".steps li[id$='-" + step + "']");
    }

    @Test
    void allDiagnosisStepsAreRunAndTheVerdictIsSaidInWordsBesideThePattern() {
        open(page, PAGE);
        assertThat(entry("answers").textContent()).contains("healthy when it prints the state OK",
                "\"StateValue\": \"OK\"", "sick when it prints");
        page.click("text=Run all diagnosis steps");
        page.waitForSelector(".steps [role=status] >> text=running");
        assertThat(world.steps.latest().orElseThrow().order().steps()).containsExactly("answers");
        assertThat(world.steps.latest().orElseThrow().order().confirmed()).isFalse();

        world.steps.end(3, "sick", "\"StateValue\": \"ALARM\"");
        page.focus("button[aria-label='Run answers']");
        tick();

        page.waitForSelector(".steps .badge-alarm");
        assertThat(entry("answers").locator(".badge").textContent()).isEqualTo("sick");
        assertThat(entry("answers").locator("pre").textContent()).isEqualTo("\"StateValue\": \"ALARM\"");
        assertThat(page.evaluate("document.activeElement.getAttribute('aria-label')")).isEqualTo("Run answers");
    }

    @Test
    void anOutputStaysWhereItIsScrolledToWhenThePageIsRefreshed() {
        open(page, PAGE);
        page.click("button[aria-label='Run answers']");
        page.waitForSelector(".steps [role=status] >> text=running");
        world.steps.end(0, "healthy", "line\n".repeat(100));
        tick();
        page.waitForSelector(".steps pre");
        page.evaluate("document.querySelector('.steps pre').scrollTop = 40");
        page.click("button[aria-label='Run quiet']");
        page.waitForSelector(".steps pre");
        page.evaluate("document.querySelector('.steps pre').scrollTop = 40");
        world.steps.end(0, "healthy", "OK");
        tick();
        entry("quiet").locator("pre").waitFor();

        assertThat(((Number) page.evaluate("document.querySelector('.steps pre').scrollTop")).intValue()).isEqualTo(40);
    }

    @Test
    void aMitigationRunsAfterItsExactCommandIsConfirmedAndIsThenVerified() {
        open(page, PAGE);
        page.click("text=Run replace …");
        page.waitForURL("**/steps/replace?*");
        assertThat(page.locator("#command").textContent().strip()).isEqualTo(
                "export HIGHLANDS_ENV=local CALLER=service-b CALLEE=service-c\naws ecs update-service --cluster "
                        + "\"highlands-$HIGHLANDS_ENV\" --service \"$CALLEE\" --force-new-deployment");
        assertThat(page.locator("main").textContent()).contains("its tasks are replaced", "none while there are two");
        assertThat(world.steps.latest()).as("nothing is run before it is confirmed").isEmpty();

        page.click("text=Run this command");

        page.waitForURL("**" + PAGE);
        assertThat(world.steps.latest().orElseThrow().order().confirmed()).isTrue();
        assertThat(world.steps.latest().orElseThrow().order().steps()).containsExactly("replace", "quiet");
        world.steps.end(0, "healthy", "OK");
        tick();
        entry("quiet").locator(".badge-ok").waitFor();
    }

    @Test
    void aCommandThatIsNotTheOneThatWasShownIsRefused() {
        open(page, PAGE);
        page.click("text=Run replace …");
        page.waitForURL("**/steps/replace?*");
        page.evaluate("document.querySelector('input[name=command]').value = 'aws ecs delete-service'");

        page.click("text=Run this command");

        page.waitForSelector("text=is not the one that was shown");
        assertThat(world.steps.latest()).isEmpty();
        complaints.removeIf(text -> text.contains("400"));
    }

    @Test
    void theIncidentHasTheStepsOfItsAlarmsAndItsExportWhatTheySaid() {
        open(page, "/incident");
        page.locator(".steps [aria-label='Run answers']").first().click();
        page.waitForSelector(".steps [role=status] >> text=running");
        assertThat(page.url()).contains("/incident");
        world.steps.end(3, "sick", "\"StateValue\": \"ALARM\"");
        tick();
        page.waitForSelector(".steps .badge-alarm");

        String markdown = (String) page.evaluate("fetch('/incident/markdown').then(response => response.text())");

        assertThat(markdown).contains("## Runbook steps that were run (UTC)", "| edge-errors | answers | sick |");
    }
}
