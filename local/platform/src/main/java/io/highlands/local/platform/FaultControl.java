// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.local.ecs.EcsRuntime;
import io.highlands.local.fault.Fault;
import io.highlands.local.fault.FaultSpec;
import io.highlands.local.fault.Faults;
import io.highlands.local.fault.Holder;
import io.highlands.local.fault.effects.LocalFaults;
import io.highlands.local.fault.effects.Switches;
import io.highlands.local.load.BackgroundLoad;

/** The faults of the running platform, as the control interface injects, lists and clears them. */
final class FaultControl implements AutoCloseable {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Faults faults;

    FaultControl(EcsRuntime runtime, Observability observability, BackgroundLoad load) {
        this.faults = new Faults(new LocalFaults(runtime, new Reached(observability, load)), Clock.systemUTC());
    }

    private record Reached(Observability observability, BackgroundLoad background) implements Switches {

        @Override
        public double load() {
            return background.perSecond();
        }

        @Override
        public void load(double perSecond) {
            background.set(perSecond);
        }

        @Override
        public void storeFull(boolean full) {
            observability.storeFull(full);
        }

        @Override
        public Runnable refuse(Set<String> accessKeys, String operation) {
            return observability.refuse(accessKeys, operation);
        }

        @Override
        public Runnable loseSpans(String service) {
            return observability.tracing().lose(service);
        }
    }

    /**
     * Injects a fault.
     *
     * @param query {@code words}; and, where wanted, {@code holder} and {@code for}
     * @return the fault
     */
    JsonNode inject(Map<String, Deque<String>> query) {
        return json(faults.inject(FaultSpec.parse(first(query, "words").orElse("")),
                first(query, "holder").map(Holder::parse), first(query, "for").map(Fault::lasting)));
    }

    /**
     * Clears.
     *
     * @param query {@code id}, or nothing for all
     * @return the ids of what was cleared
     */
    JsonNode clear(Map<String, Deque<String>> query) {
        ObjectNode answer = JSON.objectNode();
        ArrayNode cleared = answer.putArray("cleared");
        faults.clear(first(query, "id")).forEach(cleared::add);
        return answer;
    }

    /** {@return what is injected now} */
    ArrayNode list() {
        ArrayNode list = JSON.arrayNode();
        faults.list().forEach(fault -> list.add(json(fault)));
        return list;
    }

    /** {@return when the last of those that are over ended, if any is} */
    Optional<Instant> lastEnded() {
        return faults.lastEnded();
    }

    private static ObjectNode json(Fault fault) {
        ObjectNode json = JSON.objectNode().put("id", fault.id()).put("words", fault.spec().words())
                .put("kind", fault.spec().kind().word()).put("since", fault.since().toString())
                .put("state", "injected");
        ArrayNode tasks = json.putArray("tasks");
        fault.tasks().forEach(tasks::add);
        fault.until().ifPresent(until -> json.put("until", until.toString()));
        fault.holder().ifPresent(holder -> json.put("holder", holder.toString()));
        return json;
    }

    private static Optional<String> first(Map<String, Deque<String>> query, String name) {
        return Optional.ofNullable(query.get(name)).map(Deque::getFirst);
    }

    @Override
    public void close() {
        faults.close();
    }
}
