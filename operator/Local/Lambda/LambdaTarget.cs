namespace DirectRoute.Local.Lambda;

/// <summary>What runs a Lambda function here instead of the service: <c>FUNCTION=TARGET</c>.</summary>
/// <param name="Function">The function's name or ARN, with or without a version or an alias; <c>*</c> for any function.</param>
/// <param name="Host">What runs it.</param>
public sealed record LambdaTarget(string Function, FunctionHost Host)
{
    /// <summary>Any function.</summary>
    private const string Any = "*";

    /// <summary>Reads <c>orders=http://localhost:9000/...</c> or <c>orders=node handler.js "one argument"</c>.</summary>
    public static LambdaTargetResult Parse(string? text)
    {
        if (text?.IndexOf('=', StringComparison.Ordinal) is not { } equals || equals < 0) return Failed(text, "there is no =");
        var (function, target) = (text[..equals].Trim(), text[(equals + 1)..].Trim());
        if (FaultOf(function) is { } fault) return Failed(text, fault);
        if (target.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || target.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return Uri.TryCreate(target, UriKind.Absolute, out var url) ? new LambdaTarget(function, new FunctionHost.Address(url)) : Failed(text, $"{target} is no URL");
        return CommandWords.Split(target) switch
        {
            null => Failed(text, "a quotation mark in the command is not closed"),
            [] => Failed(text, "nothing stands behind the ="),
            [var file, .. var arguments] => new LambdaTarget(function, new FunctionHost.Command(file, [.. arguments])),
        };
    }

    /// <summary>How well it fits a function: more is better, 0 is not at all.</summary>
    internal int Fit(FunctionReference function)
    {
        if (Function == function.Arn) return 5;
        if (Function == function.UnqualifiedArn) return 4;
        if (Function == function.QualifiedName) return 3;
        return Function == function.Name ? 2 : Function == Any ? 1 : 0;
    }

    private static string? FaultOf(string function)
    {
        if (function.Length == 0) return "no function stands before the =";
        if (function == Any || FunctionReference.OfArn(function) is not null) return null;
        if (function.StartsWith("arn:", StringComparison.Ordinal)) return $"{function} is not the ARN of a function, such as arn:aws:lambda:us-east-1:123456789012:function:orders";
        return function.All(IsOfName) && function.Split(':') is [{ Length: > 0 }] or [{ Length: > 0 }, { Length: > 0 }]
            ? null
            : $"\"{function}\" is no name of a function: letters, digits, hyphens and underscores, then perhaps :version or :alias";
    }

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':' or '$';

    private static LambdaTargetResult Failed(string? text, string why) => LambdaTargetResult.Failed(
        $"\"{text}\" says of no function what runs it: {why}. Write FUNCTION=URL or FUNCTION=COMMAND, such as orders=http://localhost:9000/2015-03-31/functions/function/invocations or orders=node handler.js.");
}

/// <summary>A target, or why there is none.</summary>
public readonly record struct LambdaTargetResult
{
    private LambdaTargetResult(LambdaTarget? target, string? failure) => (Target, Failure) = (target, failure);

    /// <summary>Null when there is none.</summary>
    public LambdaTarget? Target { get; }

    /// <summary>What is wrong, and what to write instead; null when nothing is.</summary>
    public string? Failure { get; }

    /// <summary>There is none.</summary>
    public static LambdaTargetResult Failed(string failure) => new(null, failure);

    /// <summary>There is one.</summary>
    public static implicit operator LambdaTargetResult(LambdaTarget target) => new(target, null);
}
