// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The names and attributes of the resource types that the platform's stacks refer to. A type or attribute that is not
 * here is an error only where something that is run needs it.
 */
final class ResourceTypes {

    private static final Map<String, ResourceType> TYPES = new HashMap<>();

    static {
        network();
        containers();
        loadBalancing();
        telemetry();
        security();
        storage();
        databases();
        functions();
    }

    private ResourceTypes() {
    }

    static ResourceType of(String type) {
        return type.startsWith("Custom::") || type.equals("AWS::CloudFormation::CustomResource")
                ? ResourceType.of(r -> r.name("PhysicalResourceId"))
                : TYPES.get(type);
    }

    private static void network() {
        ids("AWS::EC2::InternetGateway", "igw", "InternetGatewayId");
        ids("AWS::EC2::RouteTable", "rtb", "RouteTableId");
        ids("AWS::EC2::NatGateway", "nat", "NatGatewayId");
        ids("AWS::EC2::FlowLog", "fl", "Id");
        ids("AWS::EC2::VPCEndpoint", "vpce", "Id");
        TYPES.put("AWS::EC2::VPC", ResourceType.of(r -> r.id("vpc")).with("VpcId", Physical::ref)
                .with("CidrBlock", r -> r.required("CidrBlock")).with("DefaultSecurityGroup", r -> r.id("sg"))
                .with("DefaultNetworkAcl", r -> r.id("acl")));
        TYPES.put("AWS::EC2::Subnet", ResourceType.of(r -> r.id("subnet")).with("SubnetId", Physical::ref)
                .with("AvailabilityZone", r -> r.required("AvailabilityZone"))
                .with("CidrBlock", r -> r.required("CidrBlock")).with("VpcId", r -> r.required("VpcId")));
        TYPES.put("AWS::EC2::SecurityGroup", ResourceType.of(r -> r.id("sg")).with("GroupId", Physical::ref)
                .with("Id", Physical::ref).with("VpcId", r -> r.required("VpcId")));
        ids("AWS::EC2::SecurityGroupIngress", "sgr", "Id");
        ids("AWS::EC2::SecurityGroupEgress", "sgr", "Id");
        TYPES.put("AWS::EC2::EIP", ResourceType.of(r -> "192.0.2." + (1 + Integer.parseInt(r.hex(2), 16) % 254))
                .with("AllocationId", r -> r.id("eipalloc")).with("PublicIp", Physical::ref));
        TYPES.put("AWS::ServiceDiscovery::HttpNamespace", namespace());
        TYPES.put("AWS::ServiceDiscovery::PrivateDnsNamespace", namespace());
    }

    private static ResourceType namespace() {
        return ResourceType.of(r -> "ns-" + r.hex(16)).with("Id", Physical::ref)
                .with("Arn", r -> r.arn("servicediscovery", "namespace/" + r.ref()));
    }

    private static void containers() {
        TYPES.put("AWS::ECS::Cluster", ResourceType.of(r -> r.name("ClusterName")).with("Arn",
                r -> r.arn("ecs", "cluster/" + r.ref())));
        TYPES.put("AWS::ECS::TaskDefinition", ResourceType
                .of(r -> r.arn("ecs", "task-definition/" + r.name("Family") + ":1"))
                .with("TaskDefinitionArn", Physical::ref));
        TYPES.put("AWS::ECS::Service", ResourceType.of(r -> r.arn("ecs", "service/" + cluster(r) + "/"
                + r.attribute("Name"))).with("Name", r -> r.name("ServiceName"))
                .with("ServiceArn", Physical::ref));
        TYPES.put("AWS::ECR::Repository", ResourceType.of(r -> r.name("RepositoryName"))
                .with("Arn", r -> r.arn("ecr", "repository/" + r.ref()))
                .with("RepositoryUri", r -> r.account() + ".dkr.ecr." + r.region() + ".amazonaws.com/" + r.ref()));
        TYPES.put("AWS::ApplicationAutoScaling::ScalableTarget", ResourceType.of(r -> r.required("ResourceId") + "|"
                + r.required("ScalableDimension") + "|" + r.required("ServiceNamespace")).with("Id", Physical::ref));
    }

    private static String cluster(Physical service) {
        String cluster = service.optional("Cluster");
        return cluster == null ? "default" : cluster.substring(cluster.lastIndexOf('/') + 1);
    }

    private static void loadBalancing() {
        TYPES.put("AWS::ElasticLoadBalancingV2::LoadBalancer", ResourceType
                .of(r -> r.arn("elasticloadbalancing", "loadbalancer/" + r.attribute("LoadBalancerFullName")))
                .with("LoadBalancerArn", Physical::ref)
                .with("LoadBalancerFullName", r -> "app/" + r.attribute("LoadBalancerName") + "/" + r.hex(16))
                .with("LoadBalancerName", r -> r.name("Name", 32))
                .with("DNSName", r -> r.attribute("LoadBalancerName") + "-" + r.hex(10) + "." + r.region()
                        + ".elb.amazonaws.com")
                .with("CanonicalHostedZoneID", r -> "Z" + r.hex(13).toUpperCase(Locale.ROOT)));
        TYPES.put("AWS::ElasticLoadBalancingV2::TargetGroup", ResourceType
                .of(r -> r.arn("elasticloadbalancing", r.attribute("TargetGroupFullName")))
                .with("TargetGroupArn", Physical::ref)
                .with("TargetGroupFullName", r -> "targetgroup/" + r.attribute("TargetGroupName") + "/" + r.hex(16))
                .with("TargetGroupName", r -> r.name("Name", 32)));
        TYPES.put("AWS::ElasticLoadBalancingV2::Listener",
                ResourceType.of(r -> below(r.required("LoadBalancerArn"), "loadbalancer", "listener", r))
                        .with("ListenerArn", Physical::ref));
        TYPES.put("AWS::ElasticLoadBalancingV2::ListenerRule",
                ResourceType.of(r -> below(r.required("ListenerArn"), "listener", "listener-rule", r))
                        .with("RuleArn", Physical::ref));
    }

    private static String below(String arn, String kind, String newKind, Physical resource) {
        return arn.replaceFirst(":" + kind + "/", ":" + newKind + "/") + "/" + resource.hex(16);
    }

    private static void telemetry() {
        TYPES.put("AWS::Logs::LogGroup", ResourceType.of(r -> r.name("LogGroupName")).with("Arn",
                r -> r.arn("logs", "log-group:" + r.ref() + ":*")));
        TYPES.put("AWS::Logs::LogStream", ResourceType.of(r -> r.name("LogStreamName")));
        named("AWS::KinesisFirehose::DeliveryStream", "DeliveryStreamName", "firehose", "deliverystream/");
        named("AWS::CloudWatch::Alarm", "AlarmName", "cloudwatch", "alarm:");
        named("AWS::CloudWatch::CompositeAlarm", "AlarmName", "cloudwatch", "alarm:");
        TYPES.put("AWS::CloudWatch::Dashboard", ResourceType.of(r -> r.name("DashboardName")));
        TYPES.put("AWS::SNS::Topic", ResourceType.of(r -> r.arn("sns", r.attribute("TopicName")))
                .with("TopicArn", Physical::ref).with("TopicName", r -> r.name("TopicName")));
        named("AWS::Events::Rule", "Name", "events", "rule/");
    }

    private static void security() {
        TYPES.put("AWS::IAM::Role", ResourceType.of(r -> r.name("RoleName", 64))
                .with("Arn", r -> "arn:aws:iam::" + r.account() + ":role/" + r.ref())
                .with("RoleId", r -> "AROA" + r.hex(17).toUpperCase(Locale.ROOT)));
        TYPES.put("AWS::IAM::ManagedPolicy",
                ResourceType.of(r -> "arn:aws:iam::" + r.account() + ":policy/" + r.name("ManagedPolicyName")));
        TYPES.put("AWS::IAM::Policy", ResourceType.of(r -> r.name("PolicyName")));
        TYPES.put("AWS::KMS::Key", ResourceType.of(r -> r.hex(32)).with("KeyId", Physical::ref)
                .with("Arn", r -> r.arn("kms", "key/" + r.ref())));
        TYPES.put("AWS::SecretsManager::Secret", ResourceType
                .of(r -> r.arn("secretsmanager", "secret:" + r.name("Name") + "-" + r.hex(6))).with("Id",
                        Physical::ref));
        TYPES.put("AWS::SSM::Parameter", ResourceType.of(r -> r.name("Name"))
                .with("Value", r -> r.required("Value")).with("Type", r -> r.required("Type")));
        TYPES.put("AWS::ACMPCA::CertificateAuthority",
                ResourceType.of(r -> r.arn("acm-pca", "certificate-authority/" + r.hex(32))).with("Arn",
                        Physical::ref));
        TYPES.put("AWS::CertificateManager::Certificate",
                ResourceType.of(r -> r.arn("acm", "certificate/" + r.hex(32))));
    }

    private static void storage() {
        TYPES.put("AWS::S3::Bucket", ResourceType
                .of(r -> r.supplied("name", r.name("BucketName", 63).toLowerCase(Locale.ROOT)))
                .with("Arn", r -> "arn:aws:s3:::" + r.ref()).with("DomainName", r -> r.ref() + ".s3.amazonaws.com")
                .with("RegionalDomainName", r -> r.ref() + ".s3." + r.region() + ".amazonaws.com"));
        TYPES.put("AWS::SQS::Queue", ResourceType
                .of(r -> r.supplied("url", "https://sqs." + r.region() + ".amazonaws.com/" + r.account() + "/"
                        + r.attribute("QueueName")))
                .with("Arn", r -> r.arn("sqs", r.attribute("QueueName")))
                .with("QueueName", r -> r.name("QueueName", 80)));
    }

    private static void databases() {
        TYPES.put("AWS::DynamoDB::Table", ResourceType.of(r -> r.supplied("name", r.name("TableName")))
                .with("Arn", r -> r.arn("dynamodb", "table/" + r.ref())));
        TYPES.put("AWS::RDS::DBCluster", ResourceType
                .of(r -> r.name("DBClusterIdentifier", 63).toLowerCase(Locale.ROOT))
                .with("DBClusterArn", r -> r.arn("rds", "cluster:" + r.ref()))
                .with("Endpoint.Address", r -> r.supplied("host", r.ref() + ".cluster-" + r.hex(12) + "."
                        + r.region() + ".rds.amazonaws.com"))
                .with("Endpoint.Port", r -> r.supplied("port", "5432")));
        TYPES.put("AWS::RDS::DBSubnetGroup",
                ResourceType.of(r -> r.name("DBSubnetGroupName", 255).toLowerCase(Locale.ROOT)));
        TYPES.put("AWS::SecretsManager::SecretTargetAttachment",
                ResourceType.of(r -> r.required("SecretId")).with("Id", Physical::ref));
    }

    private static void functions() {
        named("AWS::Lambda::Function", "FunctionName", "lambda", "function:");
        TYPES.put("AWS::StepFunctions::StateMachine", ResourceType
                .of(r -> r.arn("states", "stateMachine:" + r.attribute("Name"))).with("Arn", Physical::ref)
                .with("Name", r -> r.name("StateMachineName", 80)));
    }

    private static void ids(String type, String prefix, String attribute) {
        TYPES.put(type, ResourceType.of(r -> r.id(prefix)).with(attribute, Physical::ref));
    }

    private static void named(String type, String property, String service, String kind) {
        TYPES.put(type, ResourceType.of(r -> r.name(property)).with("Arn", r -> r.arn(service, kind + r.ref())));
    }
}
