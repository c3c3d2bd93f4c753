using DirectRoute.Core.Collections;

namespace DirectRoute.Local.Lambda;

/// <summary>What runs a Lambda function on this machine.</summary>
public abstract record FunctionHost
{
    private FunctionHost()
    {
    }

    /// <summary>
    /// An address that takes the event in a POST and answers what the function answers, as AWS's Lambda Runtime Interface Emulator does at
    /// <c>http://localhost:9000/2015-03-31/functions/function/invocations</c>.
    /// </summary>
    /// <param name="Url">With <c>http</c> or <c>https</c>.</param>
    public sealed record Address(Uri Url) : FunctionHost;

    /// <summary>
    /// A program that is started for each event: the event comes in on its standard input, what it writes to its standard output is the answer, and its
    /// standard error is the function's log. A function that fails ends with another code than 0.
    /// </summary>
    /// <param name="File">The program's path, or its name on the search path.</param>
    /// <param name="Arguments">Handed over one by one; no shell reads them.</param>
    public sealed record Command(string File, ValueList<string> Arguments) : FunctionHost;
}
