// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.util.Set;
import java.util.TreeSet;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Tells the meters which routes the service declares, before its first request. */
final class MeasuredRoutes implements SmartInitializingSingleton {

    private static final String HEALTH = "/health";

    private final ServerMeters meters;
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    MeasuredRoutes(ServerMeters meters, ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.meters = meters;
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Set<String> routes = new TreeSet<>();
        mappings.stream().forEach(mapping -> mapping.getHandlerMethods().keySet()
                .forEach(mapped -> routes.addAll(mapped.getPatternValues())));
        routes.remove(HEALTH);
        meters.declare(routes);
    }
}
