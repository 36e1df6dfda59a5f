// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;

/** A page of the one console that all classes of browser tests share: its world takes seconds to build. */
@ExtendWith(SharedConsole.class)
@ResourceLock("browser")
abstract class ConsoleBrowser {

    static final String DASHBOARD = "/dashboards/highlands-local-views";

    static final String ALARM = "/alarms/highlands-local-edge-errors-service-b-service-a";

    static final String EDGE = "/edges/service-b/service-a";

    static final String TRACE = "/traces/6ce0a1f3d2b44e100000000000000002";

    static final String FAILED_TRACE = "/traces/6ce0a1f3d2b44e10000000000000000a";

    ConsoleWorld world;

    Page page;

    final List<String> complaints = new CopyOnWriteArrayList<>();

    static boolean chromiumIsInstalled() {
        return Browser.installed().isPresent();
    }

    @BeforeEach
    void newPage(SharedConsole console) throws Exception {
        world = console.world();
        page = console.browser().page(ColorScheme.LIGHT);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    @AfterEach
    void nothingWasComplainedOf() {
        page.context().close();
        assertThat(complaints).as("errors in the browser's console, violations of the policy among them").isEmpty();
    }

    void open(Page in, String path) {
        in.navigate(world.address(path));
        if (in.locator("[data-board]").count() > 0) {
            in.waitForSelector("[data-board][data-shown]");
        }
        if (in.locator(".compared").count() > 0) {
            in.waitForSelector(".durations .muted:not(.reading)");
        }
    }

    Locator panel(String title) {
        return page.locator("section.widget")
                .filter(new Locator.FilterOptions().setHas(page.locator("h2", new Page.LocatorOptions()
                        .setHasText(Pattern.compile("^" + title + "$")))));
    }

    String focused() {
        return (String) page.evaluate("document.activeElement.textContent");
    }
}
