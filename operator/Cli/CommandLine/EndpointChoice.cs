using DirectRoute.Cli.Input;
using DirectRoute.Cli.Serving;
using DirectRoute.Local;

namespace DirectRoute.Cli.CommandLine;

/// <summary>Where routes call AWS services, and with what.</summary>
/// <param name="Source">Who said so; empty when nobody did.</param>
internal sealed record EndpointChoice(ServiceEndpoint Endpoint, ICredentialSource Credentials, string Source)
{
    /// <summary>What <c>--endpoint-url</c> says for AWS itself.</summary>
    public const string RealAws = "aws";

    private const string Option = "--endpoint-url";
    private const string Variable = "AWS_ENDPOINT_URL";

    /// <summary>The option's, else the variable's, else none. Nothing but the word <c>aws</c> lets AWS itself be called.</summary>
    /// <param name="port">Where the gateway itself listens: it would call itself for ever.</param>
    /// <exception cref="InputException">The option or the variable is of no use.</exception>
    public static EndpointChoice Of(string? option, Func<string, string?> variable, int port)
    {
        if (option == RealAws) return new(ServiceEndpoint.Aws, new AmbientCredentials(), Option);
        if (option is not null) return Fault(option, port) is { } fault ? throw new InputException(fault) : At(option, variable, Option);
        if (variable(Variable) is not { Length: > 0 } text) return new(ServiceEndpoint.None, Placeholder, "");
        if (UrlOf(text) is not { } url) throw new InputException($"{Variable} is {text}, which is no URL of an emulator. Correct it, unset it, or say {Option}.");
        return IsItself(url, port) ? new(ServiceEndpoint.None, Placeholder, $"{Variable} is this gateway itself") : At(text, variable, Variable);
    }

    /// <summary>What is wrong with the option's value; null when nothing is.</summary>
    private static string? Fault(string option, int port)
    {
        if (UrlOf(option) is not { } url) return $"{Option} {option}: give an emulator's URL, such as http://localhost:5000, or {RealAws} for AWS itself.";
        return IsItself(url, port) ? $"{Option} {option}: that is this gateway itself. Give the URL of an emulator, or another --port." : null;
    }

    private static ServiceCredentials Placeholder { get; } = new("local", "local", null);

    private static EndpointChoice At(string url, Func<string, string?> variable, string source) => new(ServiceEndpoint.At(UrlOf(url)!), KeyOf(variable), source);

    private static ServiceCredentials KeyOf(Func<string, string?> variable) =>
        variable("AWS_ACCESS_KEY_ID") is { Length: > 0 } key && variable("AWS_SECRET_ACCESS_KEY") is { Length: > 0 } secret
            ? new(key, secret, variable("AWS_SESSION_TOKEN") is { Length: > 0 } token ? token : null)
            : Placeholder;

    private static Uri? UrlOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" } ? url : null;

    private static bool IsItself(Uri url, int port) => url.IsLoopback && url.Port == port;
}
