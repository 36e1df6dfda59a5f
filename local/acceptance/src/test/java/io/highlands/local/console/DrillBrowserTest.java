// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.console.drill.RunningDrill;

import static org.assertj.core.api.Assertions.assertThat;

/** A drill on the page, from its begin to its score, with a real process that stands in for the command. */
@EnabledIf("chromiumIsInstalled")
class DrillBrowserTest extends ConsoleBrowser {

    private static final String RUNNING = ".answer-form";

    private SampleDrill drill;

    @BeforeEach
    void noDrillIsLeft(SharedConsole console) {
        drill = console.drill();
        drill.calm(true);
        open(page, "/drill");
        if (page.locator(".give-up").count() > 0) {
            giveUp();
        }
        drill.calm(false);
    }

    private void giveUp() {
        page.click(".give-up summary");
        page.click(".give-up button");
        page.waitForSelector("#drill >> text=Begin a drill");
    }

    private void tick() {
        page.evaluate("document.body.dispatchEvent(new Event('tick'))");
    }

    private void begin() {
        drill.calm(true);
        page.click("#drill button.main");
        page.waitForCondition(() -> {
            tick();
            return page.locator(RUNNING).count() == 1;
        });
    }

    private void overflowsNowhere(int width) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("at " + width + " pixels").isEqualTo(0);
    }

    private String log() {
        return page.locator("#drill-log").textContent();
    }

    /** Widths of a phone, of half a notebook's screen, and of a notebook. */
    @ParameterizedTest
    @ValueSource(ints = {390, 900, 1280})
    void aDrillIsPlayedFromItsBeginToItsScore(int width) throws IOException {
        page.setViewportSize(width, 900);
        open(page, "/runbooks");
        page.click("text=Practise with a drill");
        page.waitForURL("**/drill");
        overflowsNowhere(width);
        page.fill("input[name=seed]", "77");
        page.click("#drill button.main");
        page.waitForSelector("#drill >> text=The drill waits");
        drill.calm(true);
        page.waitForCondition(() -> {
            tick();
            return page.locator(RUNNING).count() == 1;
        });
        assertThat(page.locator(".drill-clock").textContent()).matches("running for \\d+ s");
        overflowsNowhere(width);
        page.selectOption("select[name=where]", "service-b");
        page.click(".answer-form button");
        page.waitForSelector("#drill-log >> text=where: wrong");
        assertThat(page.locator("select[name=where]").inputValue()).as("what was said last").isEqualTo("service-b");
        assertThat(page.content()).as("the truth").doesNotContain("delay=3s");
        page.click("button:has-text('Hint: costs 10 points')");
        page.waitForSelector("#drill-log >> text=hint 1 of 3");
        page.selectOption("select[name=where]", "service-b:service-a");
        page.selectOption("select[name=kind]", "latency");
        page.selectOption("select[name=mitigation]", "replace-tasks");
        page.click(".answer-form button");
        page.waitForSelector("#drill-log >> text=all is said, end it now");
        look(width, "drill-");
        drill.mitigated();
        page.waitForCondition(() -> {
            tick();
            return page.locator(".drill-report").count() == 1;
        });
        page.waitForSelector(".drill-clock .badge-ok");
        assertThat(page.locator(".drill-clock").textContent()).isEqualTo("mitigated 85 points, level 1, seed 77");
        assertThat(page.locator(".drill-report").textContent()).contains("85 points.",
                "Truth: latency service-b:service-a delay=3s", "184");
        assertThat(page.locator("[aria-label^='Scores of drills'] tbody tr").first().textContent())
                .startsWith("85177" + "3 min 4 s");
        overflowsNowhere(width);
        look(width, "drill-report-");
    }

    private void look(int width, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(folder.resolve(name + width + ".png")));
        assertThat(folder.resolve(name + width + ".png")).isNotEmptyFile();
    }

    @Test
    void aRefreshLeavesFocusChoiceAndPlacesAsTheyAre() {
        begin();
        page.selectOption("select[name=kind]", "latency");
        page.focus("select[name=kind]");
        Object before = page.locator(".answer-form button").boundingBox().y;
        for (int i = 0; i < 3; i++) {
            page.waitForResponse("**/drill/state*", this::tick);
            page.waitForResponse("**/drill/log", this::tick);
        }
        assertThat(page.evaluate("document.activeElement.name")).isEqualTo("kind");
        assertThat(page.locator("select[name=kind]").inputValue()).isEqualTo("latency");
        assertThat((Object) page.locator(".answer-form button").boundingBox().y).isEqualTo(before);
        giveUp();
        page.waitForSelector(".drill-clock >> text=given up");
    }

    @Test
    void whatCannotBeSaidIsToldOnThePage() {
        page.fill("input[name=seed]", "seven");
        page.click("#drill button.main");
        assertThat(page.locator(".failed").textContent())
                .isEqualTo("seed 'seven': allowed is a whole number of 64 bits, or none for any");
        begin();
        page.selectOption("select[name=where]", "service-b");
        page.selectOption("select[name=mitigation]", "replace-tasks");
        page.click(".answer-form button");
        assertThat(page.locator(".failed").textContent()).isEqualTo("kind '': allowed are errors, latency");
        assertThat(log()).as("nothing is said").doesNotContain("> answer");
        giveUp();
        complaints.removeIf(text -> text.contains("400"));
    }

    @Test
    void aDrillOfATerminalIsShownWithItsProcessAndNoOtherBegins() {
        page.click("#pause");
        drill.elsewhere(Optional.of(new RunningDrill(4711, Instant.now())));
        try {
            page.click("#drill button.main");
            assertThat(page.locator(".failed").textContent()).contains("in process 4711; one runs at a time");
            assertThat(page.locator("#drill").textContent()).contains("Process 4711 runs it since");
            assertThat(page.locator("#drill form").count()).isZero();
        } finally {
            drill.elsewhere(Optional.empty());
            complaints.removeIf(text -> text.contains("400"));
        }
        page.waitForCondition(() -> {
            tick();
            return page.locator("#drill button.main").count() == 1;
        });
    }
}
