// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The operations that are served, by service and name. More may be added while requests are answered. */
public final class Actions {

    private final Map<String, Action> served = new ConcurrentHashMap<>();

    /**
     * Adds operations of a service.
     *
     * @param service its signing name, such as {@code monitoring}
     * @param actions what is served, by the operation's name
     * @return this
     */
    public Actions serve(String service, Map<String, Action> actions) {
        actions.forEach((name, action) -> served.put(service + ":" + name, action));
        return this;
    }

    /**
     * An operation.
     *
     * @param service its service's signing name
     * @param name its name
     * @return what it does, if it is served
     */
    public Optional<Action> find(String service, String name) {
        return Optional.ofNullable(served.get(service + ":" + name));
    }

    /** {@return what is served, as {@code monitoring:PutMetricData}, sorted} */
    public Set<String> names() {
        return new TreeSet<>(served.keySet());
    }
}
