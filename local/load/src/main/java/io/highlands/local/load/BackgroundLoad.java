// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.load;

import java.net.URI;
import java.util.List;

/** The load that {@code highlands up} keeps going beside whatever else is asked; its rate can be changed. */
public final class BackgroundLoad implements AutoCloseable {

    private final URI base;

    private List<String> paths = List.of();

    private double wanted;

    private PlannedLoad running;

    private LoadCounts earlier = new LoadCounts(0, 0, 0, 0);

    private boolean closed;

    /**
     * A load that does not run yet.
     *
     * @param base where the load balancer listens
     */
    public BackgroundLoad(URI base) {
        this.base = base;
    }

    /**
     * Runs at this rate from now on; without a path to ask for, from when there is one.
     *
     * @param perSecond requests a second; 0 is none
     */
    public synchronized void set(double perSecond) {
        wanted = perSecond;
        run();
    }

    /**
     * Asks for these in turn from now on, at the rate that it has.
     *
     * @param next paths with their query; without any it does not run
     */
    public synchronized void paths(List<String> next) {
        if (!next.equals(paths)) {
            paths = List.copyOf(next);
            run();
        }
    }

    /** What it asks for in turn: paths with their query. */
    public synchronized List<String> paths() {
        return paths;
    }

    private void run() {
        stop();
        if (wanted > 0 && !paths.isEmpty() && !closed) {
            running = PlannedLoad.start(LoadPlan.ofUsers(base, paths, wanted), answer -> {});
        }
    }

    /** Requests a second; 0 when it does not run. */
    public synchronized double perSecond() {
        return running == null ? 0 : running.perSecond();
    }

    /** What it did since it was made, at whatever rates. */
    public synchronized LoadCounts counts() {
        return running == null ? earlier : earlier.plus(running.counts());
    }

    private void stop() {
        if (running != null) {
            running.close();
            earlier = earlier.plus(running.counts());
            running = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        stop();
    }
}
