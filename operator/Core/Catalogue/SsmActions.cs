using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>AWS Systems Manager's Parameter Store; API Gateway hands it the parameters in the query string.</summary>
internal static class SsmActions
{
    private const string Part = "[a-zA-Z0-9_.-]+";
    private const string Advice = "Parameter Store shares advanced parameters only, and only by their ARN: use a role and a parameter of one account.";

    /// <summary>A name in a hierarchy begins with a slash; the ARN of a lone name has none.</summary>
    private static readonly ResourceEntry Parameter = new("ssm", "parameter", "arn:aws:ssm:us-east-1:123456789012:parameter/my/parameter",
        $"parameter((?<name>(/{Part}){{2,15}})|/(?<name>{Part}))")
    {
        CrossAccountAdvice = Advice,
        GivenAcrossAccounts = ValueMap.Of(("Name", "{arn}")),
    };

    private static readonly ResourceEntry Path = new("ssm", "parameter path", "arn:aws:ssm:us-east-1:123456789012:parameter/my/path", $"parameter(?<name>(/{Part}){{1,15}})")
    {
        CrossAccountAdvice = Advice,
    };

    private static readonly TextShape Text = new();
    private static readonly BooleanShape Flag = new();

    public static readonly ValueList<ActionEntry> All =
    [
        Entry("GetParameter", [new("WithDecryption", Flag)], """{"WithDecryption": true}""") with
        {
            Responses =
            [
                new() { When = ResponseCondition.Error("ParameterNotFound*"), Status = 404 },
                new() { Status = 200, Body = """{"value": "$response.body.GetParameterResponse.GetParameterResult.Parameter.Value"}""" },
            ],
        },
        Entry("PutParameter",
            [
                new("Value", TextShape.UpTo(8192), Required: true),
                new("Type", TextShape.OneOf("String", "StringList", "SecureString")),
                new("Overwrite", Flag),
                new("Description", TextShape.UpTo(1024)),
                new("KeyId", TextShape.UpTo(256)),
                new("Tier", TextShape.OneOf("Standard", "Advanced", "Intelligent-Tiering")),
            ],
            """{"Value": "$request.body.value", "Type": "String", "Overwrite": true}""") with
        {
            Responses =
            [
                new() { When = ResponseCondition.Error("ParameterAlreadyExists*"), Status = 409 },
                new() { Status = 200, Body = """{"version": "$response.body.PutParameterResponse.PutParameterResult.Version"}""" },
            ],
        },
        Entry("GetParametersByPath",
            [new("Recursive", Flag), new("WithDecryption", Flag), new("MaxResults", new IntegerShape(1, 10)), new("NextToken", Text)],
            """{"Recursive": true, "NextToken": "$request.querystring.next"}""") with
        {
            Resource = Path,
            Given = ValueMap.Of(("Path", "{name}")),
            Responses = [new() { Status = 200, Body = "$response.body.GetParametersByPathResponse.GetParametersByPathResult" }],
        },
    ];

    private static ActionEntry Entry(string name, ValueList<ParameterEntry> parameters, string example) => new()
    {
        Action = $"ssm:{name}",
        Resource = Parameter,
        Given = ValueMap.Of(("Name", "{name}")),
        Parameters = parameters,
        Rest = new RestCall("ssm", $"action/{name}", RestProtocol.QueryString),
        ErrorStyle = ErrorStyle.QueryJson,
        Example = example,
    };
}
