// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.highlands.local.ecs.LogSink;
import io.highlands.local.template.LogSpec;
import io.highlands.local.template.Platform;
import io.highlands.local.template.ServiceSpec;

/**
 * Which log group and stream a container's lines go to, as its {@code awslogs} configuration says.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html">awslogs options</a>
 */
final class LogRoutes {

    /** The suffix that ECS gives to the proxy's container; the real one is random. */
    private static final String PROXY_SUFFIX = "-local";

    private final Map<String, LogSpec> logs = new HashMap<>();

    LogRoutes(Platform platform) {
        for (ServiceSpec service : platform.services()) {
            service.taskDefinition().containers().stream().filter(container -> container.log() != null)
                    .forEach(container -> logs.put(key(service.name(), container.name()), container.log()));
            if (service.serviceConnect().log() != null) {
                logs.put(key(service.name(), LogSink.PROXY), service.serviceConnect().log());
            }
        }
    }

    /**
     * Where lines go.
     *
     * @param group the log group
     * @param stream the log stream: PREFIX/CONTAINER/TASK
     */
    record Route(String group, String stream) {}

    Optional<Route> find(String service, String task, String container) {
        LogSpec log = logs.get(key(service, container));
        if (log == null || !log.driver().equals("awslogs")) {
            return Optional.empty();
        }
        String name = container.equals(LogSink.PROXY) ? container + PROXY_SUFFIX : container;
        String prefix = log.options().get("awslogs-stream-prefix");
        return Optional.ofNullable(log.options().get("awslogs-group"))
                .map(group -> new Route(group, (prefix == null ? "" : prefix + "/") + name + "/" + task));
    }

    private static String key(String service, String container) {
        return service + '/' + container;
    }
}
