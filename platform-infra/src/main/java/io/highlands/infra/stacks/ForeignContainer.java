// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ecr.IRepository;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.RepositoryAttributes;
import software.amazon.awscdk.services.ecs.CfnTaskDefinition;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.constructs.Construct;

import io.highlands.infra.topology.ForeignProgram;
import io.highlands.infra.topology.ImageReference;

/**
 * The container of an image of which no program is known: as the image declares it, with its own user and a root file system
 * that it may write, without a health check, which would need a program in the image, and without the gate, which needs one.
 */
final class ForeignContainer {

    /** Metadata that names what is run in the container's place on a machine without a container engine. */
    private static final String PROCESS = "highlands:process";

    private final Construct scope;
    private final Deployment deployment;
    private final ForeignProgram program;

    ForeignContainer(Construct scope, Deployment deployment, ForeignProgram program) {
        this.scope = scope;
        this.deployment = deployment;
        this.program = program;
    }

    void add(FargateTaskDefinition task, ContainerDefinitionOptions.Builder container) {
        if (!program.command().isEmpty()) {
            container.command(program.command(deployment.spec().containerPort()));
        }
        ImageReference image = program.image().with(deployment.settings().image());
        Optional<ImageReference.Ecr> ecr = image.ecr();
        Optional<IRepository> repository = ecr.map(this::repository);
        // Another endpoint of ECR stays as declared, so that a FIPS endpoint is the one that ECS pulls from
        ContainerImage pulled = ecr.filter(ImageReference.Ecr::byDefaultEndpoint).isPresent()
                ? ContainerImage.fromEcrRepository(repository.get(), image.version())
                : ContainerImage.fromRegistry(image.toString());
        task.addContainer("Service", container.image(pulled).build());
        repository.ifPresent(granted -> granted.grantPull(task.obtainExecutionRole()));
        Map<String, Object> process = new TreeMap<>(Map.of("Command", program.localCommand()));
        program.localFolder().ifPresent(folder -> process.put("Folder", folder));
        ((CfnTaskDefinition) task.getNode().getDefaultChild()).addMetadata(PROCESS, process);
    }

    /** It is named by its ARN, so that the task's execution role may pull from another account or Region too. */
    private IRepository repository(ImageReference.Ecr ecr) {
        return Repository.fromRepositoryAttributes(scope, "Repository", RepositoryAttributes.builder()
                .repositoryArn("arn:%s:ecr:%s:%s:repository/%s".formatted(Stack.of(scope).getPartition(), ecr.region(),
                        ecr.account(), ecr.name()))
                .repositoryName(ecr.name()).build());
    }
}
