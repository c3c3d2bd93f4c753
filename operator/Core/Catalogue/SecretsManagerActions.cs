using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>AWS Secrets Manager; nobody has published an integration of it.</summary>
internal static class SecretsManagerActions
{
    private static readonly ResourceEntry Secret = new("secretsmanager", "secret",
        "arn:aws:secretsmanager:us-east-1:123456789012:secret:my-secret-a1b2c3", "secret:(?<name>[a-zA-Z0-9/_+=.@-]{1,519})")
    {
        CrossAccountAdvice = "The secret's own policy and its KMS key must allow the route's role.",
    };

    public static readonly ValueList<ActionEntry> All =
    [
        new()
        {
            Action = "secretsmanager:GetSecretValue",
            Resource = Secret,
            Given = ValueMap.Of(("SecretId", "{arn}")),
            Parameters = [new("VersionId", TextShape.UpTo(64)), new("VersionStage", TextShape.UpTo(256))],
            Rest = RestCall.Json(RestProtocol.Json11, "secretsmanager", "secretsmanager", "GetSecretValue"),
            Experimental = true,
            Responses = [new() { Status = 200, Body = """{"value": "$response.body.SecretString"}""" }],
            Example = """{"VersionStage": "AWSCURRENT"}""",
        },
    ];
}
