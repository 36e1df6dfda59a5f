// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.local.store.NewLogEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** The console in a real browser, over a real store and real services. */
@EnabledIf("chromiumIsInstalled")
class ConsoleBrowserTest {

    private static final String BOARD = "/dashboards/highlands-local-views";

    private static final String ALARM = "/alarms/highlands-local-edge-errors-service-b-service-a";

    private static final String EDGE = "/edges/service-b/service-a";

    private static final String TRACE = "/traces/6ce0a1f3d2b44e100000000000000002";

    private static final String FAILED_TRACE = "/traces/6ce0a1f3d2b44e10000000000000000a";

    @TempDir
    private static Path folder;

    private static ConsoleWorld world;

    private static Browser browser;

    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Page page;

    static boolean chromiumIsInstalled() {
        return Browser.installed().isPresent();
    }

    @BeforeAll
    static void open() throws IOException, URISyntaxException {
        Map<String, String> boards = new TreeMap<>(Map.of("highlands-local-views", resource("views.json")));
        try (Stream<Path> rendered = Files.list(Path.of("..", "..", "dashboards", "rendered", "local"))) {
            for (Path board : rendered.filter(file -> !file.getFileName().toString().startsWith("datadog-")).toList()) {
                boards.put("highlands-local-" + board.getFileName().toString().replace(".json", ""),
                        Files.readString(board));
            }
        }
        world = new ConsoleWorld(folder, Path.of(ConsoleBrowserTest.class.getResource("runbooks").toURI()),
                boards);
        browser = new Browser();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ConsoleBrowserTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        world.close();
    }

    @BeforeEach
    void newPage() {
        page = newPage(ColorScheme.LIGHT);
    }

    private Page newPage(ColorScheme scheme) {
        Page opened = browser.page(scheme);
        opened.onPageError(complaints::add);
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        return opened;
    }

    @AfterEach
    void nothingWasComplainedOf() {
        page.context().close();
        assertThat(complaints).as("errors in the browser's console, violations of the policy among them").isEmpty();
    }

    private void open(Page in, String path) {
        in.navigate(world.address(path));
        if (in.locator("[data-board]").count() > 0) {
            in.waitForSelector("[data-board][data-shown]");
        }
    }

    private Locator panel(String title) {
        return page.locator("section.widget")
                .filter(new Locator.FilterOptions().setHas(page.locator("h2", new Page.LocatorOptions()
                        .setHasText(Pattern.compile("^" + title + "$")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dashboards", BOARD, "/dashboards/highlands-local-overview", "/alarms", ALARM,
            "/alarms/highlands-local-edge-errors", "/logs",
            "/logs?group=*&filter=ERROR", "/logs/insights?query=fields%20@timestamp,%20message,%20trace_id",
            "/runbooks",
            "/runbooks/edge-errors", "/edges", EDGE, "/traces?outcome=failed", "/traces/map", TRACE, FAILED_TRACE,
            "/nowhere"})
    void noPageHasABarrierInEitherTheme(String path) {
        open(page, path);
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()).as(path).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(new AxeBuilder(page).setLegacyMode(true).withRules(List.of("color-contrast")).analyze()
                .getViolations()).as(path + " in the dark").isEmpty();
        complaints.removeIf(text -> path.equals("/nowhere") && text.contains("404"));
    }

    @Test
    void aPanelWithoutDataIsDrawnDifferentlyFromOneThatIsZero() {
        open(page, BOARD);
        assertThat(panel("Errors that nobody published").locator(".nodata").textContent()).contains("No data",
                "errors");
        assertThat(panel("Errors that nobody published").locator("canvas").count()).isZero();
        assertThat(panel("Errors that are zero").locator(".nodata").count()).isZero();
        assertThat(panel("Errors that are zero").locator("canvas").count()).isEqualTo(1);
        assertThat(panel("Errors that are zero").locator(".legend").textContent()).isEqualTo("errors0");
    }

    @Test
    void everyViewOfAWidgetIsDrawn() {
        open(page, BOARD);
        assertThat(panel("Requests").locator("svg.spark").count()).isEqualTo(1);
        assertThat(panel("Availability").locator(".gauge").textContent()).contains("of requests");
        assertThat(panel("Calls by edge").locator(".bars").textContent()).contains("service-b → service-a");
        assertThat(panel("Share of calls").locator(".pie li").count()).isEqualTo(2);
        assertThat(panel("Latency").locator(".legend li").count()).isEqualTo(3);
        assertThat(panel("Edges").locator("tbody tr").count()).isEqualTo(2);
        assertThat(panel("Newest errors").locator("tbody").textContent()).contains("no healthy upstream");
        assertThat(panel("Alarms").locator(".tile-alarm").count()).isEqualTo(2);
    }

    @Test
    void aPanelThatCannotBeDrawnSaysWhyAndTheOthersAreDrawn() {
        open(page, BOARD);
        assertThat(panel("A query that is not served").locator(".failed").textContent()).contains("anomaly");
    }

    @Test
    void htmlInATextOrALogLineIsShownAndNotObeyed() {
        open(page, BOARD);
        assertThat(page.locator(".markdown").first().textContent()).contains("<script>alert(1)</script>");
        open(page, "/logs?group=*");
        assertThat(page.locator("#lines").textContent()).contains("<b>Ada</b>");
        assertThat(page.locator("#lines b").count()).isZero();
    }

    @Test
    void aChoiceOfAVariableAndOfARangeIsInTheAddress() {
        open(page, BOARD);
        assertThat(panel("CPU of service-c").count()).isEqualTo(1);
        page.selectOption("select[name='v.service']", "service-a");
        page.waitForURL("**v.service=service-a**");
        assertThat(panel("CPU of service-a").count()).isEqualTo(1);
        page.selectOption("select[name=range]", "5m");
        page.waitForURL("**range=5m**");
        assertThat(page.url()).contains("v.service=service-a");
    }

    @Test
    void theTimeScaleIsSaid() {
        open(page, BOARD);
        assertThat(page.locator(".foot").textContent()).contains("Time scale 6: periods of 60 s are 10 s here");
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
        open(page, BOARD);
        Locator chart = panel("Latency").locator(".plot");
        chart.focus();
        page.keyboard().press("End");
        page.keyboard().press("ArrowLeft");
        assertThat(panel("Latency").locator(".said").textContent()).contains("UTC", "p99");
        assertThat(chart.locator(".tip").isVisible()).isTrue();
        page.keyboard().press("Tab");
        assertThat(focused()).startsWith("p50");
    }

    private String focused() {
        return (String) page.evaluate("document.activeElement.textContent");
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
    void anAlarmTellsItsReasonDrawsItsThresholdAndShowsItsRunbook() {
        open(page, ALARM);
        assertThat(page.locator("main").textContent()).contains("Threshold Crossed: 3 out of the last 3 datapoints",
                "Sum of HTTPCode_Target_5XX_Count > 2 for 3 of 3 periods of 10 s", "Runbook: edge-errors",
                "Alarm updated from INSUFFICIENT_DATA to ALARM");
        assertThat(page.locator("[data-board] canvas").count()).isEqualTo(1);
    }

    @Test
    void aStateIsSetFromThePageOfAnAlarm() {
        open(page, "/alarms/highlands-local-latency-slo");
        page.selectOption("select[name=state]", "OK");
        page.click("text=Set >> nth=-1");
        page.waitForSelector(".badge-ok >> text=OK");
        assertThat(world.alarms.find("highlands-local-latency-slo").orElseThrow().state()).isEqualTo(AlarmState.OK);
    }

    @Test
    void newLinesComeToTheTopOfATailByThemselves() {
        open(page, "/logs?group=" + SampleLogs.GROUP);
        world.logs.put(SampleLogs.GROUP, "app/app/7f3c21d09ab", List.of(new NewLogEvent(
                Instant.now(), "{\"level\":\"INFO\",\"message\":\"This is new\"}")));
        page.evaluate("document.body.dispatchEvent(new Event('tick'))");
        page.waitForSelector("#lines > li:first-child >> text=This is new");
        assertThat(page.locator("#lines > li .what >> text=This is new").count()).isEqualTo(1);
    }

    @Test
    void theEdgeHasItsVerdictAndLeadsToTheTracesOfItsSlowestRequests() {
        open(page, "/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Edge from service-b to service-a")
                .setExact(true)).click();
        page.waitForURL("**" + EDGE);

        assertThat(page.locator("#verdict").textContent()).contains("service-b→service-a", "is service-a's own time",
                "failures were made by the proxy of service-b", "were not sampled");
        page.locator("section a[href^='/traces/'], .card a[href^='/traces/']").first().click();
        page.waitForURL("**/traces/6ce0a1f3d2b44e10*");
    }

    @Test
    void tracesAreFoundByServiceOutcomeDurationAndText() {
        open(page, "/traces");
        assertThat(page.locator("tbody tr").count()).isGreaterThan(50);
        page.selectOption("select[name=outcome]", "failed");
        page.waitForURL("**outcome=failed**");
        assertThat(page.locator("tbody tr").count()).isEqualTo(6);
        assertThat(page.locator("tbody").textContent()).contains("GET /", "502");
        open(page, "/traces?service=service-a&order=slowest&min=38");
        assertThat(page.locator("tbody tr").first().textContent()).contains("service-a", "GET /route", "39 ms");
        open(page, "/traces?text=" + SampleTraces.REQUEST);
        assertThat(page.locator("tbody tr").count()).isEqualTo(1);
    }

    @Test
    void aTraceIsAWaterfallWithTheProxiesThatEachCallPassed() {
        open(page, TRACE);
        assertThat(page.locator(".waterfall .wf-name").allTextContents()).containsExactly(
                "service-b’s proxy ← request", "service-b GET /", "service-b GET → service-a",
                "service-b’s proxy → service-a", "service-a’s proxy ← request", "service-a GET /route",
                "service-a FieldController.route", "service-b GET → service-c", "service-b’s proxy → service-c",
                "service-c’s proxy ← request", "service-c GET /time");
        assertThat(page.locator(".waterfall circle.tick").count()).as("log lines at their moments").isEqualTo(1);
        assertThat(page.locator(".log").textContent()).contains("Field 1 was looked up");
        assertThat(page.locator(".waited").textContent()).startsWith(
                "Of the 47 ms that this trace waited, 33.8 ms is service-a’s own time, 7 ms service-b’s own time");
        assertThat(page.getAttribute(".side >> text=In Datadog", "href"))
                .isEqualTo("https://app.datadoghq.eu/apm/trace/6ce0a1f3d2b44e100000000000000002");
    }

    @Test
    void anErrorThatAProxyMadeIsSaidToBeTheProxys() {
        open(page, FAILED_TRACE);
        assertThat(page.locator(".waterfall").textContent()).contains("→ service-a 503 by the proxy");
    }

    @Test
    void theKeyboardWalksThroughAWaterfallAndOpensASpan() {
        open(page, TRACE);
        page.locator(".waterfall summary").first().focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator(".waterfall details[open] dl").textContent()).contains("span id", "0000000000000021",
                "<b>virtual</b>-1");
    }

    @Test
    void aMomentOfAPanelLeadsToTheTracesOfItsPeriod() {
        open(page, BOARD);
        panel("Latency").locator(".plot").focus();
        page.keyboard().press("End");
        for (int i = 0; i < 12; i++) {
            page.keyboard().press("ArrowLeft");
        }
        assertThat(panel("Latency").locator(".to-traces").textContent()).startsWith("Traces of ");
        page.keyboard().press("Enter");
        page.waitForURL("**/traces?from=*&to=*");
        assertThat(page.locator("h1").textContent()).isEqualTo("Traces");
        page.click("text=Boards at this time");
        page.click("text=highlands-local-views");
        page.waitForURL("**" + BOARD + "?from=*&to=*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/traces?min=soon", "/traces?status=99", "/traces?order=any", "/traces?outcome=odd",
            "/traces/map?range=1y", "/traces/0af7"})
    void aQuestionThatCannotBeReadIsAnsweredWithWhatIsAllowed(String path) {
        APIResponse answer = page.request().get(world.address(path));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).containsPattern("there are: |it is |it has ");
    }

    @Test
    void ofATraceThatWasNotSampledTheLogLinesAreShown() {
        APIResponse answer = page.request().get(world.address("/traces/"
                + "%032x".formatted(0x9e3779b97f4aL * 17)));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("it was not sampled", "no healthy upstream");
    }

    @Test
    void anIdIsCopied() {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        open(page, TRACE);
        page.click(".copy >> nth=0");
        page.waitForSelector(".copy >> text=Copied");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(TRACE.substring(8));
    }

    @Test
    void aLogLineLeadsToItsTraceAndTheTraceToItsLinesAndToTheBoardsOfItsTime() {
        open(page, "/logs?group=/highlands/local/service-a&filter=" + TRACE.substring(8));
        page.click("#lines summary");
        page.click("#lines dd >> text=" + TRACE.substring(8));
        page.waitForURL("**" + TRACE);
        page.click("text=Boards at this time");
        page.click("text=highlands-local-overview");
        page.waitForURL("**/dashboards/highlands-local-overview?from=**");
        page.goBack();
        page.click("text=Its log lines");
        page.waitForURL("**/logs?group=*&filter=**");
        assertThat(page.locator("#lines, .log").first().textContent()).contains("Field 1 was looked up");
    }

    @Test
    void theMapOfSpansShowsWhoCallsWhom() {
        open(page, "/traces/map");
        assertThat(page.locator(".map .edge").count()).isEqualTo(3);
        assertThat(page.locator("tbody tr").allTextContents()).anySatisfy(
                row -> assertThat(row).startsWith("service-bservice-a606"));
    }

    @Test
    void thatTracingIsOffIsSaidWithTheCommandThatSwitchesItOn() {
        world.traces.turn(false);
        try {
            open(page, "/traces?range=5m&text=nothing-has-this");
            assertThat(page.locator("main").textContent())
                    .contains("No traces: tracing is off. Switch it on: ./highlands tracing local on");
        } finally {
            world.traces.turn(true);
        }
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
            for (String path : List.of("/", BOARD + "/data", "/alarms")) {
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
    void aBoardIsLookedAtInTheScreenshotsOfTheReadme() throws IOException {
        Path docs = Boolean.getBoolean("update.screenshots") ? Path.of("docs") : Path.of("target", "screenshots");
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
