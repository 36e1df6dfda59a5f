// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.LinkedHashMap;
import java.util.Map;

import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.EnvironmentFile;
import io.highlands.infra.support.Examples;

/** An environment as dashboards and monitors see it, with examples of what only a deployment knows. */
final class ExamplePlatform {

    private ExamplePlatform() {
    }

    static MonitoredPlatform of(String environment) {
        var settings = EnvironmentFile.of(environment).loadDeclared();
        var examples = new Examples(settings);
        Map<String, String> groups = new LinkedHashMap<>();
        Assembly assembly = Assembly.declared(environment);
        for (String service : settings.topology().names()) {
            if (!assembly.all(service, "AWS::ElasticLoadBalancingV2::TargetGroup").isEmpty()) {
                groups.put(service, examples.targetGroup(service));
            }
        }
        return new Monitoring(settings).platform(new Stack(new App(), "any"), examples.loadBalancer(), groups);
    }
}
