// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform.standin;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.highlands.local.control.ControlException;
import io.highlands.local.template.cloudformation.DeclaredResource;

/** A database: that of a URL, or one of the server that is started here for all of them. */
final class PostgreSqlStandIn implements StandIn, AutoCloseable {

    private final LocalPostgreSql server;

    PostgreSqlStandIn(Path folder) {
        this.server = new LocalPostgreSql(folder);
    }

    @Override
    public String end() {
        return "_URL";
    }

    @Override
    public Map<String, String> given(DeclaredResource resource, String text) {
        return PostgreSqlUrl.values(resource, variable(resource), text);
    }

    @Override
    public void check(DeclaredResource resource, Map<String, String> variables) {
        if (new PostgreSqlPrograms(variables).folder().isEmpty()) {
            throw new ControlException(
                    resource.line(("found neither the variable %1$s nor an installed PostgreSQL; allowed: %1$s="
                            + "postgresql://user:password@host:port/%2$s, initdb and postgres on the PATH, or their folder in %3$s")
                            .formatted(variable(resource), resource.database(), LocalPostgreSql.HOME)));
        }
    }

    @Override
    public Map<String, Map<String, String>> make(List<DeclaredResource> resources, Map<String, String> variables) {
        server.start(new PostgreSqlPrograms(variables), resources.stream().map(DeclaredResource::database).toList());
        Map<String, String> values = server.values();
        return resources.stream().map(DeclaredResource::name)
                .collect(Collectors.toMap(Function.identity(), name -> values));
    }

    @Override
    public void close() {
        server.close();
    }
}
