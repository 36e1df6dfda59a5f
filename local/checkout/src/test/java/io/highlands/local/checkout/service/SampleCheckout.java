// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.highlands.local.checkout.Checkout;

/** The files that a new service is added to, in a folder of a test: the poms of this checkout, and three services. */
record SampleCheckout(Path root) {

    static final String SERVICES = """
            # The services of the platform.
            services:
              service-a:
                port: 8080                 # alias port in the mesh
                timeout: 10s
                size: { cpu: 1024, memory: 2048 }
                calls:
                  service-b: { timeout: 8s }
                public:
                  /time:
                    calls: { service-b: { service-c: {} } }
                routes: [/route]           # served to callers in the mesh only
              service-c:
                port: 8081
                timeout: 5s
                routes: [/time]
              service-b:
                port: 8082
                timeout: 15s
                calls:
                  service-a:
                  service-c: {}
                public:
                  /:
                    calls: { service-a: {}, service-c: {} }
            """;

    private static final Path THIS = Path.of("../../services");

    static SampleCheckout in(Path folder) throws IOException {
        SampleCheckout sample = new SampleCheckout(folder);
        Files.createDirectories(folder.resolve("services/every-service"));
        for (String pom : new String[]{"pom.xml", "every-service/pom.xml"}) {
            Files.copy(THIS.resolve(pom), folder.resolve("services").resolve(pom));
        }
        Files.writeString(folder.resolve("pom.xml"), "<project/>\n");
        Files.createDirectories(folder.resolve("platform-infra/environments"));
        Files.writeString(folder.resolve("platform-infra/environments/prod.yaml"),
                "services:\n  service-c:\n    tasks: 2\n");
        sample.declare(SERVICES);
        return sample;
    }

    void declare(String services) throws IOException {
        Files.writeString(declaration(), services);
    }

    Path declaration() {
        return root.resolve("platform-infra/services.yaml");
    }

    Checkout checkout() {
        return new Checkout(root);
    }

    NewService.Added add(String name, String... calls) {
        return add(ServiceRequest.of(name, List.of(calls), null, null, null));
    }

    NewService.Added add(ServiceRequest request) {
        return new NewService(checkout()).add(request);
    }

    /** {@return the text of each file} */
    Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
