// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Traces and edges in a real browser. */
@EnabledIf("chromiumIsInstalled")
class TraceBrowserTest extends ConsoleBrowser {

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
        assertThat(page.locator(".found tbody tr").count()).isGreaterThan(50);
        page.selectOption("select[name=outcome]", "failed");
        page.waitForURL("**outcome=failed**");
        assertThat(page.locator(".found tbody tr").count()).isEqualTo(6);
        assertThat(page.locator(".found tbody").textContent()).contains("GET /", "502");
        open(page, "/traces?service=service-a&order=slowest&min=38");
        assertThat(page.locator(".found tbody tr").first().textContent()).contains("service-a", "GET /route", "39 ms");
        open(page, "/traces?text=" + SampleTraces.REQUEST);
        assertThat(page.locator(".found tbody tr").count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280, 1920})
    void aSearchFindsTracesByTheAttributesOfAnySpan(int width) {
        page.setViewportSize(width, 900);
        open(page, "/traces");
        page.fill("input[name=q]", "http.response.status_code>=500 peer=service-a duration<1s");
        page.keyboard().press("Enter");
        page.waitForURL("**q=http.response.status_code**");
        assertThat(page.locator(".found tbody tr").count()).isEqualTo(6);
        assertThat(page.locator(".found tbody").textContent()).contains("GET", "503").doesNotContain("GET /");
        assertThat(page.locator("main").textContent()).contains("6 traces with a span that fits, from ");

        open(page, "/traces?q=status%3E5xx");
        assertThat(page.locator(".field-error").textContent())
                .startsWith("search, character 1: 'status>5xx' is not followed by a number");
        assertThat(page.inputValue("input[name=q]")).isEqualTo("status>5xx");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280, 1920})
    void aBarOfTheHistogramLeadsToItsTracesByTheKeyboard(int width) {
        page.setViewportSize(width, 900);
        open(page, "/traces");
        assertThat(page.locator(".durations h2").textContent())
                .isEqualTo("Durations of 60 traces, 6 failed: half took up to 46 ms, 95 of 100 up to 46 ms");
        assertThat(page.locator(".histogram a").all()).extracting(bar -> bar.getAttribute("aria-label"))
                .containsExactly("25 ms to 31.5 ms: 6 traces, 6 failed", "40 ms to 50 ms: 54 traces, 0 failed");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);

        page.locator(".histogram a").first().focus();
        page.keyboard().press("Enter");
        page.waitForURL("**q=duration**");
        assertThat(page.inputValue("input[name=q]")).isEqualTo("duration>=25ms duration<31.5ms root=true");
        assertThat(page.locator(".found tbody tr").count()).isEqualTo(6);
    }

    @Test
    void whatFailedTracesHaveInCommonLeadsToTheTracesThatHaveIt() {
        open(page, "/traces");
        Locator failed = page.locator(".facets .card").nth(1);
        assertThat(failed.locator("tbody tr").allTextContents()).containsExactly("error.type=5026 of 60 of 54",
                "error.type=5036 of 60 of 54", "http.response.status_code=5026 of 60 of 54",
                "http.response.status_code=5036 of 60 of 54");
        assertThat(page.locator(".facets .card").nth(2).textContent())
                .contains("No trace is slow: longer than 9 of 10.");

        failed.locator("a").nth(2).click();
        page.waitForURL("**q=http.response.status_code%3D502%20root%3Dtrue**");
        assertThat(page.locator(".found tbody tr").count()).isEqualTo(6);

        open(page, "/traces");
        failed.locator("a").nth(3).click();
        page.waitForURL("**q=http.response.status_code%3D503");
        assertThat(page.locator(".found tbody tr").count()).as("another span has it, which is searched alone")
                .isEqualTo(6);
    }

    @Test
    void groupsByRouteStatusAndErrorLeadToTheirTraces() {
        open(page, "/traces");
        Locator groups = page.locator(".facets .card").first();
        assertThat(groups.locator("tbody tr").allTextContents()).containsExactly("service-b /606 (10 %)46 ms46 ms",
                "status 20054046 ms46 ms", "status 50266 (100 %)26 ms26 ms", "error 50366 (100 %)26 ms26 ms");

        groups.locator("text=status 502").click();
        page.waitForURL("**q=status%3D502%20root%3Dtrue**");
        assertThat(page.locator(".found tbody tr").count()).isEqualTo(6);
    }

    @Test
    void aRefreshLeavesATableWhereItWasScrolledToAndFocused() {
        page.setViewportSize(390, 900);
        open(page, "/traces");
        page.locator("#groups").focus();
        page.evaluate("document.getElementById('groups').scrollTop = 20");
        Object place = page.evaluate("document.getElementById('groups').scrollTop");
        assertThat(place).isNotEqualTo(0);
        page.route("**/traces/compared**", route -> {
            APIResponse answer = route.fetch();
            route.fulfill(new Route.FulfillOptions().setResponse(answer)
                    .setBody(answer.text().replace("of 60 traces", "of 61 traces")));
        });
        page.evaluate("document.body.dispatchEvent(new Event('tick'))");

        page.waitForSelector(".durations >> text=of 61 traces",
                new Page.WaitForSelectorOptions().setTimeout(30_000));
        assertThat(page.evaluate("document.getElementById('groups').scrollTop")).isEqualTo(place);
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("groups");
    }

    @Test
    void figuresThatCannotBeReadSaySo() {
        page.route("**/traces/compared**", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        page.navigate(world.address("/traces"));
        page.waitForSelector(".durations >> text=could not be read");
        page.unroute("**/traces/compared**");

        assertThat(complaints).as("the browser's own word of a 503, and none of the page's scripts").allSatisfy(
                complaint -> assertThat(complaint).startsWith("Failed to load resource"));
        complaints.clear();
        open(page, "/traces?text=" + SampleTraces.REQUEST);
        assertThat(page.locator("main").textContent()).contains("Durations and groups are not shown with a text");
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280, 1920})
    void theLabelsOfTheHistogramDoNotOverlap(int width) {
        page.setViewportSize(width, 900);
        for (String search : List.of("", "?q=duration%3E0us", "?q=service-a", "?outcome=failed")) {
            open(page, "/traces" + search);
            assertThat(page.evaluate("""
                    (() => {
                      const boxes = [...document.querySelectorAll('.histogram text')]
                          .map(label => label.getBoundingClientRect());
                      return boxes.length > 0 && boxes.every((box, i) => i === 0 || boxes[i - 1].right <= box.left);
                    })()""")).as(search).isEqualTo(true);
        }
    }

    @Test
    void theListStaysWhereItIsWhenTheFiguresAboveItCome() {
        List<Route> held = new CopyOnWriteArrayList<>();
        page.route("**/traces/compared**", held::add);
        page.navigate(world.address("/traces"));
        page.waitForCondition(() -> !held.isEmpty());
        double before = page.locator(".found").boundingBox().y;

        held.forEach(Route::resume);
        page.waitForSelector(".histogram a");
        assertThat(page.locator(".found").boundingBox().y).isEqualTo(before);
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
    void aLogLineLeadsToItsTraceAndTheTraceToItsLinesAndToTheDashboardsOfItsTime() {
        open(page, "/logs?group=/highlands/local/service-a&filter=" + TRACE.substring(8));
        page.click("#lines summary");
        page.click("#lines dd >> text=" + TRACE.substring(8));
        page.waitForURL("**" + TRACE);
        page.click("text=Dashboards at this time");
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
}
