# SPDX-License-Identifier: Apache-2.0
# One call with boto3: python3 cloudwatch.py ENDPOINT put|get|dashboard INPUT, the input in JSON.
import json
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

endpoint, call, file = sys.argv[1:]
client = boto3.client("cloudwatch", endpoint_url=endpoint, region_name="us-east-1", aws_access_key_id="any",
                      aws_secret_access_key="any", config=Config(retries={"total_max_attempts": 1}))
calls = {"put": client.put_metric_data, "get": client.get_metric_data, "dashboard": client.get_dashboard}
with open(file, encoding="utf-8") as source:
    parameters = json.load(source)
try:
    print(json.dumps(calls[call](**parameters).get("MetricDataResults", []), default=str))
except ClientError as error:
    print(json.dumps({"code": error.response["Error"]["Code"], "message": error.response["Error"]["Message"],
                      "status": error.response["ResponseMetadata"]["HTTPStatusCode"]}))
