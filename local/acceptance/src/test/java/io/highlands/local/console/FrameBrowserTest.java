// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.cloudwatch.model.alarm.AlarmState;

import static org.assertj.core.api.Assertions.assertThat;

/** The console's frame, and what holds for every page. */
@EnabledIf("chromiumIsInstalled")
class FrameBrowserTest extends ConsoleBrowser {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dashboards", DASHBOARD, "/dashboards/highlands-local-overview", "/alarms", ALARM,
            "/alarms/highlands-local-edge-errors", "/logs",
            "/logs?group=*&filter=ERROR", "/logs/insights?query=fields%20@timestamp,%20message,%20trace_id",
            "/runbooks", "/drill",
            "/incident", "/incident?range=15m",
            "/runbooks/edge-errors", "/runbooks/test-the-pager", "/runbooks/saturation", "/edges", EDGE,
            "/traces", "/traces?outcome=failed", "/traces/map", TRACE, FAILED_TRACE,
            "/nowhere"})
    void noPageHasABarrierInEitherTheme(String path) {
        open(page, path);
        assertThat(axe().analyze().getViolations()).as(path).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(axe().withRules(List.of("color-contrast")).analyze().getViolations()).as(path + " in the dark")
                .isEmpty();
        complaints.removeIf(text -> path.equals("/nowhere") && text.contains("404"));
    }

    /** Without a selector of every element that passes, which takes most of its time (axe-core API, "resultTypes"). */
    private AxeBuilder axe() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(options);
    }

    @Test
    void theKeyboardReachesThePageListsAndCharts() {
        open(page, "/dashboards");
        page.keyboard().press("Tab");
        assertThat(focused()).isEqualTo("Skip to the page");
        page.keyboard().press("Enter");
        page.locator("tbody a").first().focus();
        page.keyboard().press("ArrowDown");
        assertThat(focused()).isEqualTo("highlands-local-overview");
        page.keyboard().press("Enter");
        page.waitForURL("**/dashboards/highlands-local-overview");
        open(page, DASHBOARD);
        Locator chart = panel("Latency").locator(".plot");
        chart.focus();
        page.keyboard().press("End");
        page.keyboard().press("ArrowLeft");
        assertThat(panel("Latency").locator(".said").textContent()).contains("UTC", "p99");
        assertThat(chart.locator(".tip").isVisible()).isTrue();
        page.keyboard().press("Tab");
        assertThat(focused()).startsWith("p50");
    }

    /** Widths of a phone, of half a notebook's screen, of a notebook and of a monitor. */
    @ParameterizedTest
    @ValueSource(ints = {390, 900, 1280, 1920})
    void nothingOfTheHeaderIsCutOffAtAnyWidth(int width) {
        page.setViewportSize(width, 900);
        open(page, "/");
        assertThat(page.evaluate(
                """
                        () => [...document.querySelectorAll('body > header, body > header *')].filter(element => {
                          const box = element.getBoundingClientRect();
                          const header = document.querySelector('body > header').getBoundingClientRect();
                          return box.width > 0 && (box.left < 0 || box.right > document.documentElement.clientWidth
                            || box.top < header.top - 1 || box.bottom > header.bottom + 1 || element.scrollWidth > element.clientWidth + 1
                            && getComputedStyle(element).display !== 'inline');
                        }).map(element => element.outerHTML.slice(0, 80))"""))
                .asInstanceOf(InstanceOfAssertFactories.LIST).as("at " + width + " pixels").isEmpty();
        assertThat(page.locator("body > header #pause").isVisible()).isTrue();
    }

    @Test
    void theThemeIsRememberedFromPageToPage() {
        open(page, "/");
        page.click("#theme");
        open(page, "/alarms");
        assertThat(page.getAttribute("html", "data-theme")).isEqualTo("dark");
    }

    @Test
    void theMapShowsServicesEdgesAndAlarms() {
        open(page, "/");
        assertThat(page.locator(".map a").count()).isEqualTo(7);
        assertThat(page.locator(".map .edge").count()).isEqualTo(5);
        assertThat(page.locator(".map").textContent()).contains("service-b", "1 of 2 tasks, deploying", "1 alarm");
    }

    @Test
    void aPageOfAnotherOriginCanNeitherReadNorAct() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        other.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody()
                    .write("<!doctype html><title>other</title><p>other".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        other.start();
        try {
            page.navigate("http://127.0.0.1:" + other.getAddress().getPort() + "/");
            for (String path : List.of("/", DASHBOARD + "/data", "/alarms")) {
                assertThat(page.evaluate(
                        "async url => { try { return (await fetch(url)).status } catch { return 'refused' } }",
                        world.address(path))).isEqualTo("refused");
            }
            AlarmState before = world.alarms.find("highlands-local-edge-errors").orElseThrow().state();
            page.evaluate(
                    "async url => fetch(url, {method: 'POST', mode: 'no-cors', body: new URLSearchParams('state=OK')})"
                            + ".catch(() => 0)",
                    world.address("/alarms/highlands-local-edge-errors/state"));
            assertThat(world.alarms.find("highlands-local-edge-errors").orElseThrow().state()).isEqualTo(before);
            page.evaluate(
                    "url => { const frame = document.createElement('iframe'); frame.src = url; document.body.append(frame) }",
                    world.address("/"));
            page.waitForCondition(() -> page.frames().size() == 2);
            assertThat(page.frames().get(1).locator("main").count()).isZero();
        } finally {
            other.stop(0);
            complaints.clear();
        }
    }

    @Test
    void aDashboardIsLookedAtInTheScreenshotsOfTheReadme() throws IOException {
        Path docs = Boolean.getBoolean("update.screenshots")
                ? Path.of("../console/docs")
                : Path.of("target", "screenshots");
        Files.createDirectories(docs);
        shot("/", docs.resolve("overview.png"), ColorScheme.LIGHT);
        shot("/dashboards/highlands-local-overview", docs.resolve("board.png"), ColorScheme.LIGHT);
        shot("/dashboards/highlands-local-mesh", docs.resolve("board-dark.png"), ColorScheme.DARK);
        shot(ALARM, docs.resolve("alarm.png"), ColorScheme.LIGHT);
        shot(TRACE, docs.resolve("trace.png"), ColorScheme.LIGHT);
        shot(EDGE, docs.resolve("edge.png"), ColorScheme.LIGHT);
        assertThat(docs.resolve("board.png")).isNotEmptyFile();
    }

    private void shot(String path, Path file, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        open(page, path);
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }
}
