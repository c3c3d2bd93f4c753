using DirectRoute.Core.Gateway.Calls;

namespace DirectRoute.Local.Lambda;

/// <summary>A Lambda function, as an integration or an authorizer names it.</summary>
/// <param name="Partition">Such as <c>aws</c>.</param>
/// <param name="Region">Such as <c>us-east-1</c>.</param>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Name">The function's name.</param>
/// <param name="Qualifier">A version or an alias; null for none.</param>
internal sealed record FunctionReference(string Partition, string Region, string AccountId, string Name, string? Qualifier)
{
    private const string Functions = "/2015-03-31/functions/";
    private const string Invocations = "/invocations";

    /// <summary>The function of an invocation's address, or of an ARN, with which HTTP APIs are content; null when it is neither.</summary>
    public static FunctionReference? OfUri(string? uri)
    {
        if (uri is null) return null;
        if (ServiceUri.Parse(uri) is not { Service: "lambda", Action: null } service) return OfArn(uri);
        return service.Path.StartsWith(Functions, StringComparison.Ordinal) && service.Path.EndsWith(Invocations, StringComparison.Ordinal)
            && service.Path.Length > Functions.Length + Invocations.Length
                ? OfArn(Uri.UnescapeDataString(service.Path[Functions.Length..^Invocations.Length]))
                : null;
    }

    /// <summary>The function of an ARN; null when it is none.</summary>
    public static FunctionReference? OfArn(string arn) => arn.Split(':') switch
    {
        ["arn", var partition, "lambda", var region, var account, "function", { Length: > 0 } name] => new(partition, region, account, name, null),
        ["arn", var partition, "lambda", var region, var account, "function", { Length: > 0 } name, { Length: > 0 } qualifier] => new(partition, region, account, name, qualifier),
        _ => null,
    };

    /// <summary>The ARN without version and alias.</summary>
    public string UnqualifiedArn => $"arn:{Partition}:lambda:{Region}:{AccountId}:function:{Name}";

    /// <summary>The ARN, with version or alias.</summary>
    public string Arn => Qualifier is null ? UnqualifiedArn : $"{UnqualifiedArn}:{Qualifier}";

    /// <summary>The name, with version or alias.</summary>
    public string QualifiedName => Qualifier is null ? Name : $"{Name}:{Qualifier}";

    /// <summary>The address of a call of Lambda that concerns the function, as integrations write addresses.</summary>
    /// <param name="call">Such as <c>invocations</c>.</param>
    public string UriOf(string call) => $"arn:{Partition}:apigateway:{Region}:lambda:path{Functions}{Arn}/{call}";

    /// <inheritdoc />
    public override string ToString() => QualifiedName;
}
