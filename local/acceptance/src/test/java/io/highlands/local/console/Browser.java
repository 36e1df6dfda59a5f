// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;

/** The machine's Chromium, driven by Playwright, which downloads nothing. */
final class Browser implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--force-device-scale-factor=1");

    private static final int STARTS = 5;

    private final Playwright playwright = start();

    private final com.microsoft.playwright.Browser browser = playwright.chromium().launch(
            new BrowserType.LaunchOptions().setExecutablePath(installed().orElseThrow()).setArgs(ARGUMENTS));

    /** Where Chromium is, if it is on the path. */
    static Optional<Path> installed() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> List.of(Path.of(folder, "chromium"), Path.of(folder, "chromium-browser"),
                        Path.of(folder, "google-chrome")).stream())
                .filter(Files::isExecutable).findFirst();
    }

    /**
     * Starts the driver, which Playwright has just unpacked: a process that another thread forks in that moment holds the file
     * open for writing until it is another program, and Linux starts no such file (execve(2), ETXTBSY).
     */
    private static Playwright start() {
        for (int left = STARTS;; left--) {
            try {
                return Playwright.create(new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            } catch (PlaywrightException e) {
                if (left == 1 || !String.valueOf(e.getCause()).contains("Text file busy")) {
                    throw e;
                }
            }
        }
    }

    /** A page of 1280 pixels. */
    Page page(ColorScheme scheme) {
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1280, 900).setColorScheme(scheme));
        context.setDefaultTimeout(15_000);
        return context.newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
