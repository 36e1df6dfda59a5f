// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

public final class Shots {

    public static void main(String[] args) throws Exception {
        String body = new String(Shots.class.getResourceAsStream("overview.json").readAllBytes(),
                StandardCharsets.UTF_8);
        try (ConsoleWorld world = new ConsoleWorld(Files.createTempDirectory("h7"),
                Path.of(Shots.class.getResource("runbooks").toURI()),
                Map.of("highlands-local-overview", body, "highlands-local-mesh", body));
                Browser browser = new Browser()) {
            Page page = browser.page(ColorScheme.LIGHT);
            page.onConsoleMessage(m -> System.out.println("console: " + m.text()));
            page.onPageError(e -> System.out.println("error: " + e));
            Page dark = browser.page(ColorScheme.DARK);
            String[][] shots = {{"board", "/dashboards/highlands-local-overview"}, {"overview", "/"},
                    {"alarms", "/alarms"},
                    {"alarm", "/alarms/highlands-local-edge-errors-service-b-service-a"},
                    {"composite", "/alarms/highlands-local-edge-errors"}, {"logs", "/logs"},
                    {"search", "/logs?group=*"},
                    {"insights",
                            "/logs/insights?query=fields%20%40timestamp%2C%20level%2C%20message%2C%20trace_id%20%7C%20limit%2020"},
                    {"boards", "/dashboards"}, {"runbook", "/runbooks/edge-errors"}};
            Thread.sleep(6000);
            for (String[] shot : shots) {
                for (Page p : new Page[]{page, dark}) {
                    if (p == dark && !shot[0].matches("board|overview|search|alarm"))
                        continue;
                    p.navigate(world.address(shot[1]));
                    p.waitForTimeout(1200);
                    if (shot[0].equals("board"))
                        p.mouse().move(300, 560);
                    p.waitForTimeout(200);
                    p.screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of("/tmp/h7dev/" + shot[0] + (p == dark ? "-dark" : "") + ".png"))
                            .setFullPage(true));
                }
            }
        }
    }
}
