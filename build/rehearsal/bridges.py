# SPDX-License-Identifier: Apache-2.0
"""What moto's CloudFormation lacks, bridged: each type or attribute stands in GAPS with the reason.

A bridge of a type calls the service's own API through boto3, so AWS's service model checks names and types of the
properties, and moto's implementation of that service holds the resource.
"""

import re

import boto3
from botocore.exceptions import ClientError
from moto.cloudformation import parsing
from moto.core.common_models import CloudFormationModel
from moto.elbv2 import models as elbv2
from moto.kms import models as kms

#: type or attribute -> what moto lacks, what stands in its place
GAPS = {}


def camel(value):
    """The keys of a mapping as APIs in camel case have them."""
    if isinstance(value, dict):
        return {key[:1].lower() + key[1:]: camel(each) for key, each in value.items()}
    if isinstance(value, list):
        return [camel(each) for each in value]
    return value


def numbers(properties, *names):
    return {key: float(each) if key in names and isinstance(each, str) else each for key, each in properties.items()}


class Bridge(CloudFormationModel):
    """A resource that a service's API has made."""

    type = ""
    attributes = ()

    def __init__(self, physical, attributes, delete):
        self.physical_resource_id = physical
        self.values = attributes
        self.remove = delete

    @staticmethod
    def cloudformation_name_type():
        return ""

    @classmethod
    def has_cfn_attr(cls, attr):
        return attr in cls.attributes

    def get_cfn_attribute(self, attr):
        return self.values[attr]

    def is_created(self):
        return True

    def delete(self, account_id, region_name):
        try:
            if self.remove:
                self.remove()
        except ClientError as found:
            # What it belonged to has gone first: CloudFormation takes that as deleted too.
            if not re.search("NotFound|NoSuch", found.response["Error"]["Code"]):
                raise


BRIDGES = {}


def bridge(kind, reason, attributes=()):
    """Registers a function of properties, logical id and region, which returns physical id, attributes and deletion."""
    GAPS[kind] = reason

    def register(create):
        def made(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
            properties = dict(cloudformation_json.get("Properties", {}))
            properties.pop("Tags", None)
            return cls(*create(properties, kwargs.get("LogicalId", resource_name), region_name))

        BRIDGES[kind] = type("Bridge" + re.sub(r"\W", "", kind), (Bridge,), {
            "type": kind, "attributes": attributes, "cloudformation_type": staticmethod(lambda: kind),
            "create_from_cloudformation_json": classmethod(made)})
        return create

    return register


NO_TYPE = "moto has no such type in CloudFormation; made by "


@bridge("AWS::ServiceDiscovery::HttpNamespace", NO_TYPE + "CreateHttpNamespace", ("Id", "Arn"))
def namespace(properties, logical, region):
    client = boto3.client("servicediscovery", region)
    client.create_http_namespace(**properties)
    found = [each for each in client.list_namespaces()["Namespaces"] if each["Name"] == properties["Name"]]
    return (found[0]["Id"], {"Id": found[0]["Id"], "Arn": found[0]["Arn"]},
            lambda: client.delete_namespace(Id=found[0]["Id"]))


@bridge("AWS::CloudWatch::Alarm", NO_TYPE + "PutMetricAlarm", ("Arn",))
def alarm(properties, logical, region):
    client = boto3.client("cloudwatch", region)
    name = properties.setdefault("AlarmName", logical)
    client.put_metric_alarm(**numbers(properties, "Threshold"))
    arn = f"arn:aws:cloudwatch:{region}:{account(region)}:alarm:{name}"
    return name, {"Arn": arn}, lambda: client.delete_alarms(AlarmNames=[name])


@bridge("AWS::EC2::SecurityGroupEgress", NO_TYPE + "AuthorizeSecurityGroupEgress", ("Id",))
def egress(properties, logical, region):
    client = boto3.client("ec2", region)
    permission = {key: properties[key] for key in ("IpProtocol", "FromPort", "ToPort") if key in properties}
    description = {"Description": properties["Description"]} if "Description" in properties else {}
    if "DestinationSecurityGroupId" in properties:
        permission["UserIdGroupPairs"] = [{"GroupId": properties["DestinationSecurityGroupId"], **description}]
    elif "DestinationPrefixListId" in properties:
        permission["PrefixListIds"] = [{"PrefixListId": properties["DestinationPrefixListId"], **description}]
    else:
        permission["IpRanges"] = [{"CidrIp": properties["CidrIp"], **description}]
    arguments = {"GroupId": properties["GroupId"], "IpPermissions": [permission]}
    client.authorize_security_group_egress(**arguments)
    return logical, {"Id": logical}, lambda: client.revoke_security_group_egress(**arguments)


@bridge("AWS::ApplicationAutoScaling::ScalableTarget", NO_TYPE + "RegisterScalableTarget", ("Id",))
def target(properties, logical, region):
    client = boto3.client("application-autoscaling", region)
    client.register_scalable_target(**properties)
    named = {key: properties[key] for key in ("ServiceNamespace", "ResourceId", "ScalableDimension")}
    identity = "|".join(named[key] for key in ("ResourceId", "ScalableDimension", "ServiceNamespace"))
    return identity, {"Id": identity}, lambda: client.deregister_scalable_target(**named)


@bridge("AWS::ApplicationAutoScaling::ScalingPolicy", NO_TYPE + "PutScalingPolicy", ("Arn",))
def scaling(properties, logical, region):
    client = boto3.client("application-autoscaling", region)
    resource, dimension, service = properties.pop("ScalingTargetId").split("|")
    tracking = properties.pop("TargetTrackingScalingPolicyConfiguration", None)
    if tracking:
        properties["TargetTrackingScalingPolicyConfiguration"] = numbers(tracking, "TargetValue")
    named = {"ServiceNamespace": service, "ResourceId": resource, "ScalableDimension": dimension}
    arn = client.put_scaling_policy(**properties, **named)["PolicyARN"]
    return arn, {"Arn": arn}, lambda: client.delete_scaling_policy(PolicyName=properties["PolicyName"], **named)


@bridge("AWS::Logs::MetricFilter", NO_TYPE + "PutMetricFilter")
def metric_filter(properties, logical, region):
    client = boto3.client("logs", region)
    arguments = camel(properties)
    arguments.setdefault("filterName", logical)
    for each in arguments["metricTransformations"]:
        if isinstance(each.get("dimensions"), list):
            each["dimensions"] = {pair["key"]: pair["value"] for pair in each["dimensions"]}
    client.put_metric_filter(**arguments)
    named = {key: arguments[key] for key in ("logGroupName", "filterName")}
    return arguments["filterName"], {}, lambda: client.delete_metric_filter(**named)


@bridge("AWS::Logs::SubscriptionFilter", NO_TYPE + "PutSubscriptionFilter")
def subscription_filter(properties, logical, region):
    client = boto3.client("logs", region)
    arguments = camel(properties)
    arguments.setdefault("filterName", logical)
    client.put_subscription_filter(**arguments)
    named = {key: arguments[key] for key in ("logGroupName", "filterName")}
    return arguments["filterName"], {}, lambda: client.delete_subscription_filter(**named)


@bridge("AWS::S3::BucketPolicy", NO_TYPE + "PutBucketPolicy")
def bucket_policy(properties, logical, region):
    import json
    client = boto3.client("s3", region)
    client.put_bucket_policy(Bucket=properties["Bucket"], Policy=json.dumps(properties["PolicyDocument"]))
    return logical, {}, lambda: client.delete_bucket_policy(Bucket=properties["Bucket"])


@bridge("AWS::SNS::TopicPolicy", NO_TYPE + "SetTopicAttributes", ("Id",))
def topic_policy(properties, logical, region):
    import json
    client = boto3.client("sns", region)
    for topic in properties["Topics"]:
        client.set_topic_attributes(TopicArn=topic, AttributeName="Policy",
                                    AttributeValue=json.dumps(properties["PolicyDocument"]))
    return logical, {"Id": logical}, None


@bridge("AWS::SNS::Subscription", NO_TYPE + "Subscribe", ("Arn",))
def subscription(properties, logical, region):
    client = boto3.client("sns", region)
    arn = client.subscribe(ReturnSubscriptionArn=True, **properties)["SubscriptionArn"]
    return arn, {"Arn": arn}, lambda: client.unsubscribe(SubscriptionArn=arn)


@bridge("AWS::KinesisFirehose::DeliveryStream", NO_TYPE + "CreateDeliveryStream", ("Arn",))
def delivery_stream(properties, logical, region):
    client = boto3.client("firehose", region)
    name = properties.setdefault("DeliveryStreamName", logical)
    arn = client.create_delivery_stream(**properties)["DeliveryStreamARN"]
    return name, {"Arn": arn}, lambda: client.delete_delivery_stream(DeliveryStreamName=name)


def checked(kind, reason, service, operation, convert):
    """A type whose service moto has not either: AWS's service model checks the request, and nothing is made."""
    @bridge(kind, reason, ("Id", "Arn", "QueryDefinitionId"))
    def create(properties, logical, region):
        import botocore.validate
        model = boto3.client(service, region).meta.service_model.operation_model(operation)
        report = botocore.validate.ParamValidator().validate(convert(properties, logical), model.input_shape)
        if report.has_errors():
            raise ValueError(f"{kind} {logical}: {report.generate_report()}")
        return logical, {"Id": logical, "Arn": logical, "QueryDefinitionId": logical}, None


ONLY_CHECKED = "moto's service has no such operation either; properties are checked against AWS's model of "
checked("AWS::CloudWatch::CompositeAlarm", ONLY_CHECKED + "PutCompositeAlarm", "cloudwatch", "PutCompositeAlarm",
        lambda properties, logical: {"AlarmName": logical, **properties})
checked("AWS::FIS::ExperimentTemplate", ONLY_CHECKED + "CreateExperimentTemplate", "fis", "CreateExperimentTemplate",
        lambda properties, logical: {"clientToken": logical, **camel(properties)})
checked("AWS::Logs::QueryDefinition", ONLY_CHECKED + "PutQueryDefinition", "logs", "PutQueryDefinition",
        lambda properties, logical: camel(properties))


@bridge("Custom::", "moto would have to run the function in Docker; taken as done")
def custom(properties, logical, region):
    if "ServiceToken" not in properties:
        raise ValueError(f"{logical}: a custom resource without ServiceToken")
    return logical, {}, None


def account(region):
    return boto3.client("sts", region).get_caller_identity()["Account"]


def full_names(model, names):
    """Lets GetAtt read the full names of load balancers and target groups, which are the ends of their ARNs."""
    has, get = model.has_cfn_attr, getattr(model, "get_cfn_attribute", None)

    def has_attribute(cls, attr):
        return attr in names or has(attr)

    def get_attribute(self, attr):
        return re.split(names[attr], self.arn)[1] if attr in names else get(self, attr)

    model.has_cfn_attr = classmethod(has_attribute)
    model.get_cfn_attribute = get_attribute


def without_route_table(region, name):
    client = boto3.client("ec2", region)
    for table in client.describe_route_tables(RouteTableIds=[name])["RouteTables"]:
        for association in table["Associations"]:
            client.disassociate_route_table(AssociationId=association["RouteTableAssociationId"])
    client.delete_route_table(RouteTableId=name)


def without_service(region, name):
    client = boto3.client("ecs", region)
    cluster = name.split("/")[1]
    client.update_service(cluster=cluster, service=name, desiredCount=0)
    client.delete_service(cluster=cluster, service=name, force=True)


#: Types whose names or places would be in the way of a second attempt: how they are deleted.
DELETIONS = {
    "AWS::EC2::FlowLog": lambda region, name: boto3.client("ec2", region).delete_flow_logs(FlowLogIds=[name]),
    "AWS::EC2::RouteTable": without_route_table,
    "AWS::ECS::Cluster": lambda region, name: boto3.client("ecs", region).delete_cluster(cluster=name),
    "AWS::ECS::Service": without_service,
    "AWS::ElasticLoadBalancingV2::Listener":
        lambda region, name: boto3.client("elbv2", region).delete_listener(ListenerArn=name),
    "AWS::ElasticLoadBalancingV2::ListenerRule":
        lambda region, name: boto3.client("elbv2", region).delete_rule(RuleArn=name),
    "AWS::ElasticLoadBalancingV2::TargetGroup":
        lambda region, name: boto3.client("elbv2", region).delete_target_group(TargetGroupArn=name),
}


def deletion(delete):
    def deleted(cls, resource_name, cloudformation_json, account_id, region_name):
        try:
            delete(region_name, resource_name)
        except ClientError as found:
            if not re.search("NotFound|NoSuch", found.response["Error"]["Code"]):
                raise

    return classmethod(deleted)


def install():
    """Puts the bridges into moto."""
    known = parsing.resource_class_from_type

    def resource_class(kind):
        for name, model in BRIDGES.items():
            if kind == name or (name.endswith("::") and kind.startswith(name)):
                return model
        return known(kind)

    parsing.resource_class_from_type = resource_class
    GAPS["LoadBalancerFullName, TargetGroupFullName"] = "moto has no such attributes; read from the ARN"
    full_names(elbv2.FakeLoadBalancer, {"LoadBalancerFullName": ":loadbalancer/"})
    full_names(elbv2.FakeTargetGroup, {"TargetGroupFullName": r":(?=targetgroup/)"})
    for kind, delete in DELETIONS.items():
        GAPS["Deletion of " + kind] = "moto's CloudFormation leaves it behind; deleted by the service's API"
        parsing.get_model_map()[kind].delete_from_cloudformation_json = deletion(delete)
    GAPS["Tags of AWS::KMS::Key"] = "moto passes CloudFormation's list on as KMS's; keys are renamed"
    create = kms.Key.create_from_cloudformation_json.__func__

    def key(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        tags = cloudformation_json["Properties"].get("Tags", [])
        cloudformation_json["Properties"]["Tags"] = [
            {"TagKey": tag["Key"], "TagValue": tag["Value"]} if "Key" in tag else tag for tag in tags]
        return create(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs)

    kms.Key.create_from_cloudformation_json = classmethod(key)
