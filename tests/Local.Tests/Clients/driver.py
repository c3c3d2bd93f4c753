"""Makes the calls of a table through boto3 or through the AWS CLI, and holds each answer against AWS's service model.

usage: driver.py boto3|cli ENDPOINT TABLE

A step of the table, which is JSON:
  call    SERVICE.OPERATION, as the service model calls them
  with    what is sent, as SDKs call the members; "$name" in a text is something that was kept
  keep    names for members of the answer: paths with dots, numbers for places in a list
  expect  what the answer must have, and may have more of
  lacks   paths that the answer must not have
  fails   the code of the error that the answer must be
Prints a line a step: "ok", or what is wrong with it.
"""
import base64
import contextlib
import io
import json
import os
import re
import sys
import tempfile

# Members that AWS answers, and that were recorded there, but that the models of Debian's releases do not all have yet.
NEWER = {"ipAddressType", "rootResourceId"}
CREDENTIALS = {"AWS_ACCESS_KEY_ID": "local", "AWS_SECRET_ACCESS_KEY": "local", "AWS_DEFAULT_REGION": "us-east-1", "AWS_CONFIG_FILE": os.devnull,
               "AWS_SHARED_CREDENTIALS_FILE": os.devnull, "AWS_EC2_METADATA_DISABLED": "true", "AWS_PAGER": "", "AWS_MAX_ATTEMPTS": "1", "NO_PROXY": "*"}


class Wrong(Exception):
    """What is wrong with an answer."""


class Failed(Exception):
    """An error that the service answered."""

    def __init__(self, code, message):
        super().__init__(f"{code}: {message}")
        self.code = code


class Boto3:
    def __init__(self, endpoint):
        sys.path.insert(0, os.environ["DIRECTROUTE_BOTO3"])  # not for the CLI, which needs libraries of the system's release
        import boto3
        import botocore.config
        config = botocore.config.Config(retries={"total_max_attempts": 1}, read_timeout=60)
        self.new = lambda service: boto3.client(service, endpoint_url=endpoint, config=config)
        self.clients = {}

    def call(self, service, operation, sent):
        import botocore.exceptions
        if service not in self.clients:
            self.clients[service] = self.new(service)
            self.clients[service].meta.events.register("response-received", keep_answer)
        client = self.clients[service]
        try:
            answer = getattr(client, snake(operation))(**sent)
        except botocore.exceptions.ClientError as error:
            raise Failed(error.response["Error"]["Code"], error.response["Error"]["Message"]) from None
        answer.pop("ResponseMetadata")
        return {name: value.read() if hasattr(value, "read") else value for name, value in answer.items()}

    def model(self, service, operation):
        return self.clients[service].meta.service_model.operation_model(operation)


class Cli:
    """The AWS CLI's own program, in this process: a start of it takes a second."""

    def __init__(self, endpoint):
        from awscli.clidriver import create_clidriver
        self.endpoint = endpoint
        self.driver = create_clidriver()
        self.driver.session.register("response-received", keep_answer)

    def call(self, service, operation, sent):
        model = self.model(service, operation)
        command = [service, dashed(operation), "--endpoint-url", self.endpoint, "--output", "json"]
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, "body")
            if model.has_streaming_output or is_blob(model.output_shape):
                command += [*arguments(sent), file]
            else:
                command += ["--cli-input-json", json.dumps(with_base64(sent, model.input_shape))]
            code, out, err = self.run(command)
            if code != 0:
                error = re.search(r"An error occurred \((\w+)\) when calling the \w+ operation(?: \(.*?\))?: (.*)", err, re.S)
                raise Failed(error[1], error[2].strip()) if error else Wrong(f"the CLI ended with {code}: {err.strip()}")
            answer = json.loads(out) if out.strip() else {}
            if os.path.exists(file):
                with open(file, "rb") as body:
                    answer["body"] = body.read()
            return answer

    def run(self, command):
        out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = self.driver.main(command)
            except SystemExit as end:
                code = end.code
        out.flush()
        return code, out.buffer.getvalue().decode(), err.getvalue()

    def model(self, service, operation):
        return self.driver.session.get_service_model(service).operation_model(operation)


raw = {}


def keep_answer(response_dict, **_):
    raw.update(status=response_dict["status_code"], body=response_dict["body"])


def snake(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def dashed(name):
    return snake(name).replace("_", "-")


def arguments(sent):
    return [word for name, value in sent.items() for word in ("--" + dashed(name), value if isinstance(value, str) else json.dumps(value))]


def is_blob(shape):
    payload = shape and shape.serialization.get("payload")
    return bool(payload) and shape.members[payload].type_name == "blob"


def with_base64(sent, shape):
    blobs = {name for name, member in shape.members.items() if member.type_name == "blob"} if shape else set()
    return {name: base64.b64encode(value.encode()).decode() if name in blobs else value for name, value in sent.items()}


def check_wire(model):
    """The answer as it came, held against the model: an SDK is silent about what it does not know."""
    expected = model.http.get("responseCode", 200)
    if raw["status"] != expected:
        raise Wrong(f"the status is {raw['status']}, the model says {expected}")
    if model.metadata["protocol"] != "rest-json" or is_blob(model.output_shape):
        return
    body = raw["body"]
    if not body:
        if model.output_shape is not None and any(not m.serialization.get("location") for m in model.output_shape.members.values()):
            raise Wrong("there is no body")
        return
    if model.output_shape is None:
        raise Wrong(f"there is a body, and the model has none: {body[:200]}")
    check_shape(json.loads(body), model.output_shape, model.output_shape.name)


def check_shape(value, shape, where):
    kind = shape.type_name
    if value is None:
        raise Wrong(f"{where} is null")
    if kind == "structure":
        expect_type(value, dict, where)
        members = {member.serialization.get("name", name): member for name, member in shape.members.items() if not member.serialization.get("location")}
        for name, inner in value.items():
            if name in members:
                check_shape(inner, members[name], f"{where}.{name}")
            elif name not in NEWER:
                raise Wrong(f"{where} has the member {name}, and the model has none of that name")
    elif kind == "list":
        expect_type(value, list, where)
        for index, inner in enumerate(value):
            check_shape(inner, shape.member, f"{where}[{index}]")
    elif kind == "map":
        expect_type(value, dict, where)
        for name, inner in value.items():
            check_shape(inner, shape.value, f"{where}.{name}")
    elif kind in ("string", "character"):
        expect_type(value, str, where)
        if getattr(shape, "enum", None) and value not in shape.enum:
            raise Wrong(f"{where} is {value}, and the model has {shape.enum}")
    elif kind in ("integer", "long"):
        expect_type(value, int, where)
    elif kind in ("double", "float"):
        expect_type(value, (int, float), where)
    elif kind == "boolean" and not isinstance(value, bool):
        raise Wrong(f"{where} is {value!r}, not a boolean")
    elif kind == "timestamp":
        expect_type(value, str if shape.serialization.get("timestampFormat") == "iso8601" else (int, float), where)


def expect_type(value, kind, where):
    if not isinstance(value, kind) or isinstance(value, bool):
        raise Wrong(f"{where} is {value!r}, which is of another type than the model's")


def compare(actual, expected, where="the answer"):
    if isinstance(expected, dict):
        if not isinstance(actual, dict):
            raise Wrong(f"{where} is {actual!r}, not an object")
        for name, value in expected.items():
            if name not in actual:
                raise Wrong(f"{where} has no {name}: {sorted(actual)}")
            compare(actual[name], value, f"{where}.{name}")
    elif isinstance(expected, list):
        if not isinstance(actual, list) or len(actual) != len(expected):
            raise Wrong(f"{where} is {actual!r}, not {expected!r}")
        for index, value in enumerate(expected):
            compare(actual[index], value, f"{where}[{index}]")
    elif isinstance(expected, str) and expected.startswith("~"):
        text = actual.decode() if isinstance(actual, bytes) else actual if isinstance(actual, str) else json.dumps(actual)
        if expected[1:] not in text:
            raise Wrong(f"{where} has no {expected[1:]!r}: {text}")
    elif actual != expected:
        raise Wrong(f"{where} is {actual!r}, not {expected!r}")


def member(value, path):
    for name in path.split("."):
        value = value[int(name)] if isinstance(value, list) else value[name]
    return value


def has(value, path):
    try:
        member(value, path)
        return True
    except (KeyError, IndexError):
        return False


def filled(value, kept):
    if isinstance(value, dict):
        return {filled(name, kept): filled(inner, kept) for name, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner, kept) for inner in value]
    return re.sub(r"\$([A-Za-z]\w*)", lambda m: str(kept.get(m[1], m[0])), value) if isinstance(value, str) else value


def take(client, step, kept):
    service, operation = step["call"].split(".")
    try:
        answer = client.call(service, operation, filled(step.get("with", {}), kept))
    except Failed as error:
        if step.get("fails") == error.code:
            return
        raise Wrong(str(error)) from None
    if "fails" in step:
        raise Wrong(f"it did not fail with {step['fails']}, but answered {answer!r}")
    check_wire(client.model(service, operation))
    compare(answer, filled(step.get("expect", {}), kept))
    for path in step.get("lacks", []):
        if has(answer, path):
            raise Wrong(f"the answer has {path}: {member(answer, path)!r}")
    kept.update({name: member(answer, path) for name, path in step.get("keep", {}).items()})


def main(name, endpoint, table):
    os.environ.update(CREDENTIALS)
    client = {"boto3": Boto3, "cli": Cli}[name](endpoint)
    with open(table, encoding="utf-8") as file:
        steps = json.load(file)
    kept = {}
    for number, step in enumerate(steps):
        try:
            take(client, step, kept)
            result = "ok"
        except Exception as error:  # a client that cannot read an answer fails in ways of its own
            result = f"{type(error).__name__}: {error}"
        print(json.dumps({"step": number, "call": step["call"], "result": result}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
