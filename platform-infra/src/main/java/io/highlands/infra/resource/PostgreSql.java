// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.resource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.rds.AuroraPostgresClusterEngineProps;
import software.amazon.awscdk.services.rds.AuroraPostgresEngineVersion;
import software.amazon.awscdk.services.rds.BackupProps;
import software.amazon.awscdk.services.rds.ClusterInstance;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.DatabaseCluster;
import software.amazon.awscdk.services.rds.DatabaseClusterEngine;
import software.amazon.awscdk.services.rds.DatabaseSecret;
import software.amazon.awscdk.services.rds.ServerlessV2ClusterInstanceProps;

import io.highlands.dashboards.cloudwatch.MonitoredResource;
import io.highlands.dashboards.cloudwatch.ResourceGraph;
import io.highlands.dashboards.cloudwatch.ResourceGraph.Limit;
import io.highlands.dashboards.cloudwatch.ResourceGraph.Line;
import io.highlands.infra.yaml.Section;
import io.highlands.telemetry.Dimension;
import io.highlands.telemetry.Metric;
import io.highlands.telemetry.ResourceMetrics;

/**
 * A PostgreSQL database: a cluster of Aurora Serverless v2 in the isolated subnets, which the tasks of its service
 * alone reach, with a user and a password in Secrets Manager.
 *
 * @param database
 *            name of the database; empty: the resource's name with underscores
 * @param maxCapacity
 *            most capacity units (ACU, 2 GiB of memory each) that an instance grows to
 */
record PostgreSql(Optional<String> database, int maxCapacity) implements ServiceResource {

    static final String WORD = "postgresql";

    /** The least that an Aurora instance idles at without pausing: a connection pool would wake it at once. */
    private static final double MIN_CAPACITY = 0.5;
    private static final int DEFAULT_MAX_CAPACITY = 4;
    /** Aurora User Guide, "Aurora Serverless v2 capacity": 256 ACU. */
    private static final int LARGEST = 256;
    private static final int BACKUP_DAYS = 7;
    private static final int PORT = 5432;
    /** Aurora User Guide, "Naming constraints in Amazon Aurora": a letter first, and 63 characters. */
    private static final Pattern DATABASE = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    /** One that neither PostgreSQL nor RDS reserves, whatever the database is named. */
    private static final String USER = "highlands";
    private static final String CAPACITY_PART = "capacity";
    private static final double CAPACITY_PERCENT = 90;
    private static final int MINUTES = 10;

    /** Reads the options. */
    static ServiceResource read(Section section) {
        return new PostgreSql(
                section.text("database", DATABASE,
                        "a name of 1 to 63 lower-case letters, digits and underscores, a letter first"),
                section.whole("maxCapacity", DEFAULT_MAX_CAPACITY, 1, LARGEST));
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public List<String> variables(String prefix, boolean only) {
        return prefixes(prefix, only)
                .flatMap(start -> Stream.of(start + "_URL", start + "_USERNAME", start + "_PASSWORD")).toList();
    }

    @Override
    public List<String> alarmParts() {
        return List.of(CAPACITY_PART);
    }

    @Override
    public Optional<String> database(String resource) {
        return Optional.of(database.orElseGet(() -> resource.replace('-', '_')));
    }

    /** Spring Boot's own variables beside those of the resource, where it is clear which database they mean. */
    private static Stream<String> prefixes(String prefix, boolean only) {
        return only ? Stream.of(prefix, "SPRING_DATASOURCE") : Stream.of(prefix);
    }

    @Override
    public ProvisionedResource provision(ResourceScope scope) {
        var secret = DatabaseSecret.Builder.create(scope.stack(), scope.id("Secret"))
                .username(USER).build();
        scope.mark(secret);
        DatabaseCluster cluster = cluster(scope, secret);
        scope.mark(cluster);
        scope.keep(secret);
        scope.keep(cluster);
        String url = "jdbc:postgresql://%s/%s".formatted(cluster.getClusterEndpoint().getSocketAddress(),
                databaseName(scope));
        SequencedMap<String, String> environment = new TreeMap<>();
        Map<String, Secret> secrets = new HashMap<>();
        prefixes(scope.prefix(), scope.only()).forEach(prefix -> {
            environment.put(prefix + "_URL", url);
            secrets.put(prefix + "_USERNAME", Secret.fromSecretsManager(cluster.getSecret(), "username"));
            secrets.put(prefix + "_PASSWORD", Secret.fromSecretsManager(cluster.getSecret(), "password"));
        });
        return new ProvisionedResource(environment, secrets, List.of(),
                Optional.of(monitored(scope.name(), cluster.getClusterIdentifier())));
    }

    private String databaseName(ResourceScope scope) {
        return database(scope.name()).orElseThrow();
    }

    private DatabaseCluster cluster(ResourceScope scope, DatabaseSecret secret) {
        SecurityGroup group = SecurityGroup.Builder.create(scope.stack(), scope.id("SecurityGroup")).vpc(scope.vpc())
                .description("%s: tasks of %s in, nothing out".formatted(scope.name(), scope.service()))
                .allowAllOutbound(false).build();
        String rule = "%s to %s".formatted(scope.service(), scope.name());
        scope.keep(group);
        group.addIngressRule(scope.tasks(), Port.tcp(PORT), rule);
        scope.tasks().addEgressRule(group, Port.tcp(PORT), rule);
        var builder = DatabaseCluster.Builder.create(scope.stack(), scope.id("Cluster"))
                .engine(DatabaseClusterEngine.auroraPostgres(AuroraPostgresClusterEngineProps.builder()
                        .version(AuroraPostgresEngineVersion.VER_17_7).build()))
                .credentials(Credentials.fromSecret(secret)).defaultDatabaseName(databaseName(scope)).port(PORT)
                .vpc(scope.vpc()).vpcSubnets(SubnetSelection.builder().subnetType(SubnetType.PRIVATE_ISOLATED).build())
                .securityGroups(List.of(group)).storageEncrypted(true).iamAuthentication(true)
                .backup(BackupProps.builder().retention(Duration.days(BACKUP_DAYS)).build()).copyTagsToSnapshot(true)
                .serverlessV2MinCapacity(MIN_CAPACITY).serverlessV2MaxCapacity(maxCapacity)
                .writer(instance("Writer", false)).deletionProtection(scope.keepData())
                .removalPolicy(scope.removal());
        // In another zone: a failover takes about a minute, where a new writer takes ten
        return scope.keepData() ? builder.readers(List.of(instance("Reader", true))).build() : builder.build();
    }

    private static software.amazon.awscdk.services.rds.IClusterInstance instance(String id, boolean reader) {
        var props = ServerlessV2ClusterInstanceProps.builder().publiclyAccessible(false).autoMinorVersionUpgrade(true)
                .enablePerformanceInsights(true);
        return ClusterInstance.serverlessV2(id, reader ? props.scaleWithWriter(true).build() : props.build());
    }

    private static MonitoredResource monitored(String name, String cluster) {
        return new MonitoredResource(name, "PostgreSQL",
                "At 100 % of its capacity the database grows no further; before that, commits take longer.",
                "The database %s is close to the capacity that it may grow to".formatted(name), List.of(
                        new ResourceGraph("Capacity",
                                line("of the maximum", ResourceMetrics.DATABASE_CAPACITY, cluster, "Maximum"))
                                .with(new Limit(CAPACITY_PART, CAPACITY_PERCENT, MINUTES)),
                        new ResourceGraph("Connections",
                                line("connections", ResourceMetrics.DATABASE_CONNECTIONS, cluster, "Maximum")),
                        new ResourceGraph("Commit time",
                                line("mean", ResourceMetrics.COMMIT_LATENCY, cluster, "Average"),
                                line("longest", ResourceMetrics.COMMIT_LATENCY, cluster, "Maximum")),
                        new ResourceGraph("Deadlocks",
                                line("per second", ResourceMetrics.DEADLOCKS, cluster, "Maximum"))));
    }

    private static Line line(String label, Metric metric, String cluster, String statistic) {
        return new Line(label, metric.with(Dimension.DB_CLUSTER_IDENTIFIER, cluster), statistic);
    }
}
