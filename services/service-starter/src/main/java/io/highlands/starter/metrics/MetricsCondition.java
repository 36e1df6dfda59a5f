// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Metrics are on, and can be: a setting that cannot be read turns them off with a warning, and the service starts. */
final class MetricsCondition implements Condition {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsCondition.class);

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        try {
            return read(context.getEnvironment()).enabled();
        } catch (BindException e) {
            LOG.warn("metrics are not published: {}: {}", e.getName(),
                    NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return false;
        }
    }

    static MetricsProperties read(Environment environment) {
        return Binder.get(environment).bindOrCreate("highlands.metrics", MetricsProperties.class);
    }
}
