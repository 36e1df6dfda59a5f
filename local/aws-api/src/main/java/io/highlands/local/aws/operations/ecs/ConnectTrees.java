// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.ecs;

import java.util.List;
import java.util.Map;

import io.highlands.local.aws.operations.Output;
import io.highlands.local.template.LogSpec;
import io.highlands.local.template.ServiceConnectService;
import io.highlands.local.template.ServiceConnectSpec;

/** Service Connect's part of a deployment as ECS describes it, and log configurations, which it has of its own. */
final class ConnectTrees {

    private ConnectTrees() {
    }

    static Map<String, Object> configuration(ServiceConnectSpec spec) {
        Output output = Output.of("enabled", true).with("namespace", spec.namespace())
                .with("services", spec.services().stream().map(ConnectTrees::service).toList());
        return spec.log() == null ? output.tree() : output.with("logConfiguration", log(spec.log())).tree();
    }

    private static Map<String, Object> service(ServiceConnectService service) {
        Map<String, Object> alias = Output.of("port", service.clientPort()).with("dnsName", service.dnsName()).tree();
        Map<String, Object> timeout = Output.of("idleTimeoutSeconds", service.idleTimeout().toSeconds())
                .with("perRequestTimeoutSeconds", service.perRequestTimeout().toSeconds()).tree();
        return Output.of("portName", service.portName()).with("discoveryName", service.discoveryName())
                .with("clientAliases", List.of(alias)).with("timeout", timeout).tree();
    }

    static Map<String, Object> log(LogSpec log) {
        return Output.of("logDriver", log.driver()).with("options", log.options()).tree();
    }
}
