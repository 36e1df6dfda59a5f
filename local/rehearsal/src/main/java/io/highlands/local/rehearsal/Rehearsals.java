// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.checkout.Synthesis;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.message.PlatformStatus;
import io.highlands.local.rehearsal.shell.AwsClient;
import io.highlands.local.rehearsal.shell.Shell;
import io.highlands.local.runbook.RehearsalSpec;
import io.highlands.local.runbook.Runbook;
import io.highlands.local.runbook.RunbookFolder;

/** Rehearses pages on the platform that runs, one after another. Closed, it leaves the platform as its templates say. */
public final class Rehearsals implements AutoCloseable {

    /** The environment through whose alarms each rehearsal is replayed. */
    private static final String PROD = "prod";

    private final Shell shell;
    private final LivePlatform platform;
    private final TracingVariant tracing;
    private final LeastLoad load;
    private final Rehearsal rehearsal;
    private final List<String> kinds;
    private boolean closed;

    /**
     * Gets ready: nothing is injected yet.
     *
     * @param checkout the checkout
     * @param control the running platform
     * @param client the AWS CLI that the pages' commands are run with
     * @param listener who follows
     * @throws RuntimeException in one line, when the AWS CLI does not reach local mode or the stacks cannot be read
     */
    public Rehearsals(Checkout checkout, ControlClient control, AwsClient client, RehearsalListener listener) {
        PlatformStatus status = control.status();
        URI address = PlatformReadiness.apis(status);
        String region = new CloudWatchApi(address, control.environment()).region();
        this.shell = new Shell(client, address.getPort(), region,
                System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        this.platform = new LivePlatform(control, shell);
        this.tracing = new TracingVariant(checkout, control);
        this.kinds = new RunbookFolder(checkout.runbooks()).kinds();
        this.load = new LeastLoad(control, status.load().perSecond());
        try {
            shell.requireLocalMode();
            this.rehearsal = new Rehearsal(platform, control.environment(), status.timeScale(), listener,
                    new ProdReplay(address, new Synthesis(checkout).upToDate(control.environment()), traced -> traced
                            ? tracing.variant(PROD, true)
                            : new Synthesis(checkout).upToDate(PROD)));
        } catch (RuntimeException e) {
            shell.close();
            throw e;
        }
    }

    /**
     * Puts services of the deployment in the place of those that pages name.
     *
     * @param pages the pages; those that say nothing of a rehearsal are left out
     * @param services a service of the deployment, by the one that the pages name; where it is empty, the pages' own
     * @return the pages
     * @throws RehearsalException in one line, where no page names a service, or where nothing deploys a page's own alarm
     */
    public List<Runbook> in(List<Runbook> pages, Map<String, String> services) {
        return replaced(services).in(Order.of(pages));
    }

    /**
     * Puts services of the deployment in the place of those that pages name, and leaves out pages whose own alarm nothing
     * deploys.
     *
     * @param pages the pages; those that say nothing of a rehearsal are left out
     * @param services a service of the deployment, by the one that the pages name; where it is empty, the pages' own
     * @param leftOut takes a line for each that is left out
     * @return the others
     * @throws RehearsalException in one line, where no page names a service
     */
    public List<Runbook> deployed(List<Runbook> pages, Map<String, String> services, Consumer<String> leftOut) {
        return replaced(services).deployed(Order.of(pages), leftOut);
    }

    private ReplacedServices replaced(Map<String, String> services) {
        return new ReplacedServices(services, kinds, platform.alarms());
    }

    /**
     * Rehearses pages in the order in which they disturb each other least.
     *
     * @param pages pages that say how they are rehearsed
     * @return what came of each
     */
    public List<Result> of(List<Runbook> pages) {
        List<Result> results = new ArrayList<>();
        for (Runbook page : Order.of(pages)) {
            RehearsalSpec spec = page.front().rehearsal().orElseThrow();
            tracing.require(spec.needsTracing());
            load.require(spec.requestsPerSecond());
            results.add(rehearsal.of(page));
        }
        return results;
    }

    /** Ends what is under way, clears its fault, and brings back the load and what the environment's file says. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            try {
                platform.abandon();
                load.restore();
                tracing.restore();
            } finally {
                shell.close();
            }
        }
    }
}
