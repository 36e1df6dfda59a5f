// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a service does next: how many tasks it starts and which it stops, within its minimum and maximum healthy percent.
 *
 * @param start how many tasks of the primary deployment to start
 * @param stop which tasks to stop
 * @param <T> what stands for a task
 */
record Plan<T>(int start, List<T> stop) {

    /**
     * A task that is running or on its way to it.
     *
     * @param task the task
     * @param primary whether it belongs to the primary deployment
     * @param healthy whether it is running, healthy, and healthy in its target groups
     * @param unhealthy whether a health check has given it up; neither is a task that is still starting
     * @param <T> what stands for a task
     */
    record View<T>(T task, boolean primary, boolean healthy, boolean unhealthy) {}

    /**
     * The bounds of a service.
     *
     * @param desired how many tasks are wanted
     * @param minimumHealthyPercent lower bound of healthy tasks, in percent of the desired count, rounded up
     * @param maximumPercent upper bound of all tasks, in percent of the desired count, rounded down
     * @param mayStart whether tasks may be started at all: not after the deployment was given up
     * @param earlierServe whether all tasks of earlier deployments stay, however many and however healthy they are, with those of the
     * primary one beside them
     */
    record Bounds(int desired, int minimumHealthyPercent, int maximumPercent, boolean mayStart, boolean earlierServe) {

        Bounds(int desired, int minimumHealthyPercent, int maximumPercent, boolean mayStart) {
            this(desired, minimumHealthyPercent, maximumPercent, mayStart, false);
        }

        int minimumHealthy() {
            return Math.ceilDiv(desired * minimumHealthyPercent, 100);
        }

        int maximum() {
            return desired * maximumPercent / 100;
        }
    }

    /**
     * Plans the next step. Stopped tasks make room, so a further step may follow.
     *
     * @param bounds the service's bounds
     * @param tasks its tasks, oldest first
     * @param <T> what stands for a task
     * @return the step; empty when there is nothing to do
     */
    static <T> Plan<T> next(Bounds bounds, List<View<T>> tasks) {
        long good = tasks.stream().filter(view -> view.primary() && !view.unhealthy()).count();
        int missing = bounds.mayStart() ? (int) Math.max(0, bounds.desired() - good) : 0;
        int room = bounds.earlierServe() ? missing : Math.max(0, bounds.maximum() - tasks.size());
        List<T> stop = new ArrayList<>(surplus(tasks, (int) good - bounds.desired()));
        stop.addAll(replaced(bounds, tasks, missing - room));
        return new Plan<>(Math.min(missing, room), stop);
    }

    /** Scaling in: those that are not healthy yet go first, then the youngest. */
    private static <T> List<T> surplus(List<View<T>> tasks, int count) {
        return tasks.stream().filter(view -> view.primary() && !view.unhealthy()).toList().reversed().stream()
                .sorted(Comparator.comparing(View::healthy)).limit(Math.max(0, count)).map(View::task).toList();
    }

    /** Tasks of earlier deployments, and unhealthy ones, give way once enough others are healthy or when there is no room. */
    private static <T> List<T> replaced(Bounds bounds, List<View<T>> tasks, int wanted) {
        int lacking = wanted;
        long healthy = tasks.stream().filter(View::healthy).count();
        long healthyPrimary = tasks.stream().filter(view -> view.primary() && view.healthy()).count();
        List<T> stop = new ArrayList<>();
        for (View<T> view : tasks) {
            if (view.primary() && view.unhealthy()) {
                if (lacking-- > 0 || healthyPrimary >= bounds.desired() || !bounds.mayStart()) {
                    stop.add(view.task());
                }
            } else if (view.primary() || bounds.earlierServe()) {
                continue;
            } else if (!view.healthy()) {
                stop.add(view.task());
            } else if (healthy - 1 >= bounds.minimumHealthy()) {
                healthy--;
                stop.add(view.task());
            }
        }
        return stop;
    }
}
