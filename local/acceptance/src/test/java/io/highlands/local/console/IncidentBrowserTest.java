// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.local.store.NewLogEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of an incident in a real browser, from the fault to the exported Markdown. */
@EnabledIf("chromiumIsInstalled")
class IncidentBrowserTest extends ConsoleBrowser {

    private static final String PAGED = "highlands-local-latency-slo";

    private static final String NOTE = "Rolled service-a back to revision 7";

    private String fault;

    /** Service A answers 503 to service B from now on, and the alarm of page severity fires. */
    @BeforeEach
    void serviceAFails() {
        Instant now = Instant.now();
        fault = "service-a answered 503 since " + now;
        List<NewLogEvent> lines = new ArrayList<>();
        for (int i = 40; i > 0; i--) {
            Instant at = now.minusMillis(i * 100L);
            lines.add(new NewLogEvent(at, "{\"start_time\":\"" + at + "\",\"method\":\"GET\",\"path\":\"/route\","
                    + "\"response_code\":503,\"duration_ms\":3,\"upstream_service_time\":\"2\",\"request_id\":\"f" + i
                    + "\",\"authority\":\"service-a:8080\",\"upstream_host\":\"127.77.1.1:3000\"}"));
        }
        world.logs.put("/highlands/local/service-b/mesh", "ecs-service-connect/1", lines);
        world.logs.put("/highlands/local/service-b", "app/app/7f3c21d09ab",
                List.of(new NewLogEvent(now, "{\"level\":\"ERROR\",\"message\":\"" + fault + "\"}")));
        state(AlarmState.ALARM);
    }

    @AfterEach
    void theFaultIsOver() {
        state(AlarmState.OK);
        world.notes.in(Instant.EPOCH, Instant.now()).forEach(note -> world.notes.remove(note.id()));
    }

    /** The fault's log lines and metrics are still in the world. */
    @AfterAll
    static void theNextTestsHaveAnotherWorld(SharedConsole console) throws IOException {
        console.closeWorld();
    }

    private void state(AlarmState state) {
        world.alarms.setState(PAGED, state, "Threshold Crossed: 3 out of the last 3 datapoints were greater than the "
                + "threshold (0.5).", "");
    }

    @Test
    void anAlarmOfPageSeverityLeadsToItsIncidentWhichNamesTheEdgeTakesANoteAndIsExported() throws IOException {
        state(AlarmState.OK);
        open(page, "/logs");
        assertThat(page.locator("#notice").textContent()).isEmpty();
        state(AlarmState.ALARM);
        page.evaluate("document.body.dispatchEvent(new Event('tick'))");
        page.click("#notice >> text=Open the incident");
        page.waitForURL("**/incident?from=*");
        assertThat(page.locator(".findings li").allTextContents().stream().limit(3))
                .anyMatch(line -> line.startsWith("service-b → service-a: ") && line.contains("failed"));
        assertThat(page.locator("#incident").textContent()).contains(PAGED, "First failing log line");

        page.fill(".note-form textarea", NOTE);
        page.click("text=Add note");
        page.waitForSelector("#notes .text >> text=" + NOTE);
        assertThat(page.locator(".timeline").textContent()).contains(NOTE);

        Download markdown = page.waitForDownload(() -> page.click(".exports a >> nth=0"));
        assertThat(markdown.suggestedFilename()).matches("incident-local-\\d{8}T\\d{6}Z\\.md");
        assertThat(Files.readString(markdown.path())).startsWith("# Incident in local, ").contains(
                "## What was found", "service-b → service-a", PAGED, "## Notes", NOTE, "## Cause");
        Download archive = page.waitForDownload(() -> page.click(".exports a >> nth=1"));
        Map<String, String> files = unzipped(archive.path());
        assertThat(files.get("incident.md")).contains("](" + PAGED + ".svg)", NOTE);
        assertThat(files.get(PAGED + ".svg")).startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        page.click("text=Remove");
        page.waitForCondition(() -> page.locator("#notes .text").count() == 0);
    }

    @Test
    void aNoteThatIsTooLongIsRefusedInOneLine() {
        open(page, "/incident");
        page.evaluate("document.querySelector('.note-form textarea').removeAttribute('maxlength')");
        page.fill(".note-form textarea", "x".repeat(2001));
        page.click("text=Add note");
        assertThat(page.locator(".message").textContent())
                .isEqualTo("the note has 2001 characters; at most 2000 are kept");
        complaints.removeIf(text -> text.contains("400"));
    }

    @Test
    void aRangeThatIsTooLongIsRefusedInOneLine() {
        open(page, "/incident?range=12h");
        assertThat(page.locator(".message").textContent())
                .isEqualTo("the range is 720 min; an incident is read over at most 360 min");
        complaints.removeIf(text -> text.contains("400"));
    }

    @Test
    void aRefreshLeavesFocusMarkedTextAndWhatIsWritten() {
        open(page, "/incident?range=15m");
        page.fill(".note-form textarea", NOTE);
        page.focus("#edge-service-b-service-a");
        page.waitForResponse("**/incident/live*",
                () -> page.evaluate("document.body.dispatchEvent(new Event('tick'))"));
        page.waitForTimeout(200);
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("edge-service-b-service-a");
        assertThat(page.inputValue(".note-form textarea")).isEqualTo(NOTE);
        open(page, "/incident?range=15m");
        page.evaluate("getSelection().selectAllChildren(document.querySelector('.findings li'))");
        String marked = (String) page.evaluate("getSelection().toString()");
        world.notes.add(Optional.empty(), NOTE);
        page.waitForResponse("**/incident/live*",
                () -> page.evaluate("document.body.dispatchEvent(new Event('tick'))"));
        page.waitForTimeout(200);
        assertThat(page.evaluate("getSelection().toString()")).isEqualTo(marked).isNotEqualTo("");
    }

    /** Widths of a phone, of a notebook and of a monitor. */
    @ParameterizedTest
    @ValueSource(ints = {390, 1280, 1920})
    void nothingIsWiderThanThePageInEitherTheme(int width) throws IOException {
        page.setViewportSize(width, 900);
        world.notes.add(Optional.empty(), NOTE + "\n- second line with `code`");
        open(page, "/incident?range=15m");
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            Path file = folder.resolve("incident-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT)
                    + ".png");
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
            assertThat(file).isNotEmptyFile();
        }
    }

    private static Map<String, String> unzipped(Path archive) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName().replaceFirst("^[^/]*/", ""),
                        new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
