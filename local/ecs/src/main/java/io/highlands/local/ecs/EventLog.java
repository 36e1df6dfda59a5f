// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest events of one service. ECS keeps a hundred. */
final class EventLog {

    private static final int KEPT = 100;

    private final String service;
    private final EcsListener listener;
    private final Deque<ServiceEvent> events = new ArrayDeque<>();

    EventLog(String service, EcsListener listener) {
        this.service = service;
        this.listener = listener;
    }

    /** Adds an event; ECS begins each with the service's name. */
    void add(String what) {
        if (events.size() == KEPT) {
            events.removeLast();
        }
        events.addFirst(new ServiceEvent(Instant.now(), "(service " + service + ") " + what));
    }

    /** Tells EventBridge of a deployment. */
    void deployment(Deployment deployment, String name, String reason) {
        listener.happened(new EcsEvent.DeploymentStateChange(Instant.now(), service, deployment.id(), name, reason));
    }

    /** Tells EventBridge of the service. */
    void action(String type, String name) {
        listener.happened(new EcsEvent.ServiceAction(Instant.now(), service, type, name));
    }

    List<ServiceEvent> latestFirst() {
        return List.copyOf(events);
    }
}
