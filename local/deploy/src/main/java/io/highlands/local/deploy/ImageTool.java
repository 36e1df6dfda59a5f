// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A program that builds and pushes container images: Docker with Buildx, Podman or Buildah. */
enum ImageTool {

    DOCKER("docker", List.of("buildx", "build", "--load")), PODMAN("podman",
            List.of("build", "--format", "docker")), BUILDAH("buildah", List.of("build", "--format", "docker"));

    private final String program;
    private final List<String> build;

    ImageTool(String program, List<String> build) {
        this.program = program;
        this.build = build;
    }

    /**
     * The first one on a PATH.
     *
     * @param path the folders
     * @throws DeployException where there is none
     */
    static ImageTool on(String path) {
        return Stream.of(values()).filter(tool -> Stream.of(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool.program)))).findFirst()
                .orElseThrow(() -> new DeployException("none of docker, podman and buildah is on PATH; one of them"
                        + " builds the images (or let CI build them: .github/workflows)"));
    }

    List<String> login(String registry) {
        return List.of(program, "login", "--username", "AWS", "--password-stdin", registry);
    }

    /**
     * The command that builds an image.
     *
     * @param image the service
     * @param name the image's name in the registry
     * @param jarImages gives the image folder of a service whose image is made of a jar
     */
    List<String> build(ServiceImage image, String name, Function<String, Path> jarImages) {
        List<String> what = image.origin() == ServiceImage.Origin.JAR
                ? List.of("-f", "services/jar.Dockerfile", "-t", name, jarImages.apply(image.service()).toString())
                : List.of("--build-arg", "SERVICE=" + image.service(), "-f", "services/Dockerfile", "-t", name, ".");
        return Stream.of(List.of(program), build, List.of("--platform", image.platform()), what).flatMap(List::stream)
                .toList();
    }

    List<String> push(String name) {
        return List.of(program, "push", name);
    }
}
