// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.message.AttachRequest;
import io.highlands.local.control.message.AttachVariables;
import io.highlands.local.control.message.ServiceAttachment;
import io.highlands.local.ecs.AttachedTask;
import io.highlands.local.ecs.EcsRuntime;
import io.highlands.local.fault.Holder;

/**
 * The processes that take the place of services' tasks, as the control interface attaches and lists them. Each ends with the
 * command that holds it, however that ended, and with any later deployment of its service.
 */
final class AttachmentControl implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AttachmentControl.class.getName());
    private static final Duration START_TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_PORT = 65_535;

    private final EcsRuntime runtime;
    private final RunOptions options;
    private final AttachmentHolders holders = new AttachmentHolders();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("attachments").factory());

    AttachmentControl(EcsRuntime runtime, RunOptions options) {
        this.runtime = runtime;
        this.options = options;
        watch.scheduleWithFixedDelay(this::releaseAbandoned, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * Begins to attach a process.
     *
     * @throws ControlException in one line when its port cannot be one, or another process is attached
     */
    AttachVariables attach(AttachRequest request) {
        checkPort(request.port());
        synchronized (this) {
            holders.add(request.service(), request.port(), Holder.parse(request.holder()));
        }
        try {
            return new AttachVariables(
                    runtime.attachments().attach(request.service(), request.port(), START_TIMEOUT));
        } catch (RuntimeException refused) {
            release(request.service());
            throw refused;
        }
    }

    private void checkPort(int port) {
        if (port < 1 || port > MAX_PORT) {
            throw new ControlException("attach: port " + port + "; allowed: 1 to " + MAX_PORT);
        }
        if (port == runtime.loadBalancerPort() || port == options.consolePort() || port == options.awsPort()) {
            throw new ControlException("attach: port " + port + " is the platform's own; allowed: the port of the "
                    + "process that takes the service's place");
        }
    }

    /** Brings a service's own tasks back, and waits until they serve and what the process had is responded. */
    void detach(String service) {
        synchronized (this) {
            holders.remove(service);
        }
        EnvironmentUpdates.await(runtime.attachments().detach(service));
        EnvironmentUpdates.await(runtime.drained());
    }

    /** {@return the processes that are attached now} */
    synchronized List<ServiceAttachment> list() {
        return holders.all().entrySet().stream().flatMap(held -> runtime.attachments().find(held.getKey()).stream()
                .map(task -> message(held.getKey(), task, held.getValue()))).toList();
    }

    private static ServiceAttachment message(String service, AttachedTask task, Holder holder) {
        return new ServiceAttachment(service, task.port(), task.state().name(), task.waitsFor(), holder.toString());
    }

    private synchronized void releaseAbandoned() {
        holders.all().entrySet().stream().filter(held -> !held.getValue().isAlive()).map(Map.Entry::getKey)
                .forEach(this::release);
    }

    /** Nobody waits for it. */
    private synchronized void release(String service) {
        holders.remove(service);
        try {
            runtime.attachments().detach(service);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the tasks of {0} cannot be brought back: {1}", service, e.getMessage());
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
