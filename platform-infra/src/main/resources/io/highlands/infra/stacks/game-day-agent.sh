# Registers this task with Systems Manager under the tags by which AWS FIS finds it, and takes it away at the end.
set -eu
dnf install -y jq procps-ng awscli
task=$(curl -fsS "$ECS_CONTAINER_METADATA_URI_V4/task")
arn=$(printf %s "$task" | jq -er .TaskARN)
zone=$(printf %s "$task" | jq -er .AvailabilityZone)
region=$(printf %s "$arn" | cut -d: -f4)

activation=$(aws ssm create-activation --region "$region" --iam-role "$MANAGED_INSTANCE_ROLE_NAME" \
  --registration-limit 1 --tags "Key=ECS_TASK_ARN,Value=$arn" "Key=ECS_TASK_AVAILABILITY_ZONE,Value=$zone" \
  Key=FAULT_INJECTION_SIDECAR,Value=true)
id=$(printf %s "$activation" | jq -er .ActivationId)
agent=

leave() {
  aws ssm delete-activation --region "$region" --activation-id "$id" || echo "activation $id is left behind" >&2
  instance=$(jq -er .ManagedInstanceID /var/lib/amazon/ssm/registration) &&
    aws ssm deregister-managed-instance --region "$region" --instance-id "$instance" ||
    echo "the registration of $arn is left behind" >&2
  [ -z "$agent" ] || kill "$agent"
  exit 0
}
trap leave TERM INT

amazon-ssm-agent -register -y -region "$region" -id "$id" -code "$(printf %s "$activation" | jq -er .ActivationCode)"
amazon-ssm-agent &
agent=$!
wait "$agent"
