// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.highlands.local.template.LogSpec;
import io.highlands.local.template.PortMapping;
import io.highlands.local.template.ServiceConnectService;
import io.highlands.local.template.ServiceConnectSpec;
import io.highlands.local.template.TaskDefinitionSpec;
import io.highlands.local.template.cloudformation.Properties;

/** Reads the Service Connect configuration of a service. */
final class ServiceConnectReader {

    private static final Pattern DISCOVERY_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final int MAX_DNS_NAME = 127;
    private static final int IDLE_HTTP_SECONDS = 300;
    private static final int IDLE_TCP_SECONDS = 3600;
    private static final int PER_REQUEST_SECONDS = 15;

    private final Clusters clusters;

    ServiceConnectReader(Clusters clusters) {
        this.clusters = clusters;
    }

    ServiceConnectSpec read(Properties service, TaskDefinitionSpec taskDefinition) {
        Properties configuration = service.child("ServiceConnectConfiguration");
        if (configuration == null || !configuration.flag("Enabled", false)) {
            return ServiceConnectSpec.DISABLED;
        }
        String namespace = configuration.has("Namespace")
                ? clusters.namespace(configuration, "Namespace")
                : clusters.namespace();
        if (namespace == null) {
            throw configuration.error("Namespace", "is missing, and the cluster has no default namespace");
        }
        LogSpec log = ContainerReader.log(configuration);
        Properties accessLog = configuration.child("AccessLogConfiguration");
        if (accessLog != null && log == null) {
            throw configuration.error("AccessLogConfiguration", "needs LogConfiguration, which is missing");
        }
        List<ServiceConnectService> services = new ArrayList<>();
        for (Properties entry : configuration.children("Services")) {
            services.add(service(entry, taskDefinition, namespace));
        }
        return new ServiceConnectSpec(true, namespace, services, log,
                accessLog != null && accessLog.oneOf("Format", null, List.of("TEXT", "JSON")).equals("JSON"),
                accessLog != null && accessLog
                        .oneOf("IncludeQueryParameters", "DISABLED", List.of("ENABLED", "DISABLED")).equals("ENABLED"));
    }

    private static ServiceConnectService service(Properties entry, TaskDefinitionSpec taskDefinition,
            String namespace) {
        PortMapping port = port(entry, taskDefinition);
        String discoveryName = entry.text("DiscoveryName", port.name());
        if (!DISCOVERY_NAME.matcher(discoveryName).matches()) {
            throw entry.error("DiscoveryName", "'" + discoveryName
                    + "' is not allowed; allowed: up to 64 small letters, digits and hyphens");
        }
        AppProtocols.difference(port.appProtocol()).ifPresent(note -> entry.differs("PortName", note));
        Properties alias = alias(entry);
        Properties timeout = entry.child("Timeout");
        boolean tcp = port.appProtocol() == null;
        int idle = seconds(timeout, "IdleTimeoutSeconds", tcp ? IDLE_TCP_SECONDS : IDLE_HTTP_SECONDS);
        if (tcp && timeout != null && timeout.has("PerRequestTimeoutSeconds")) {
            throw timeout.error("PerRequestTimeoutSeconds", "needs an AppProtocol, which port '" + port.name()
                    + "' does not have");
        }
        int perRequest = tcp ? 0 : seconds(timeout, "PerRequestTimeoutSeconds", PER_REQUEST_SECONDS);
        boolean tls = entry.has("Tls");
        return new ServiceConnectService(port.name(), discoveryName,
                alias == null ? discoveryName + "." + namespace : dnsName(alias, discoveryName + "." + namespace),
                alias == null ? port.containerPort() : alias.integer("Port", 1, 65535), port.containerPort(),
                port.appProtocol(), Duration.ofSeconds(idle), Duration.ofSeconds(perRequest), tls);
    }

    private static PortMapping port(Properties entry, TaskDefinitionSpec taskDefinition) {
        String name = entry.text("PortName");
        List<PortMapping> ports = taskDefinition.containers().stream().flatMap(c -> c.ports().stream())
                .filter(port -> port.name() != null).toList();
        return ports.stream().filter(port -> port.name().equals(name)).findFirst()
                .orElseThrow(() -> entry.error("PortName",
                        "'" + name + "' is not a port mapping of the task definition; allowed: "
                                + String.join(", ", ports.stream().map(PortMapping::name).toList())));
    }

    private static Properties alias(Properties entry) {
        List<Properties> aliases = entry.children("ClientAliases");
        if (aliases.size() > 1) {
            throw entry.error("ClientAliases", aliases.size() + " aliases are not allowed; allowed: one");
        }
        return aliases.isEmpty() ? null : aliases.getFirst();
    }

    private static String dnsName(Properties alias, String standard) {
        String name = alias.text("DnsName", standard);
        if (name.isEmpty() || name.length() > MAX_DNS_NAME) {
            throw alias.error("DnsName", "'" + name + "' has " + name.length() + " characters; allowed: 1 to "
                    + MAX_DNS_NAME);
        }
        return name;
    }

    private static int seconds(Properties timeout, String name, int standard) {
        return timeout == null ? standard : timeout.integer(name, standard, 0, Integer.MAX_VALUE);
    }
}
