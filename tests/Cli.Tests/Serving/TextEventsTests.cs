using DirectRoute.Cli.Serving;
using DirectRoute.Local;
using DirectRoute.Local.Lambda;

namespace DirectRoute.Cli.Tests.Serving;

public sealed class TextEventsTests
{
    private static readonly Uri Address = new("http://127.0.0.1:4599");

    [Fact]
    public void Write_StartedWithManifestsAndNoEndpoint_SaysNothingOfServices() =>
        Assert.DoesNotContain("AWS services", Text(new Started(Address, null, new LocalOptions(), "", ["manifests"])), StringComparison.Ordinal);

    [Fact]
    public void Write_StartedForAClientAndNoEndpoint_SaysHowToNameServices() =>
        Assert.Contains("  AWS services  none (name them with --endpoint-url)\n", Text(new Started(Address, null, new LocalOptions(), "", [])), StringComparison.Ordinal);

    [Fact]
    public void Write_StartedWithFunctions_SaysWhatRunsThem()
    {
        var options = new LocalOptions { LambdaTargets = [LambdaTarget.Parse("orders=node handler.js \"one argument\"").Target!, LambdaTarget.Parse("*=http://localhost:9000/run").Target!] };

        var text = Text(new Started(Address, null, options, "", ["manifests"]));

        Assert.Contains("  Function      orders: node handler.js one argument\n  Function      *: http://localhost:9000/run\n", text, StringComparison.Ordinal);
    }

    /// <summary>What a function writes moves no cursor and begins no line.</summary>
    [Fact]
    public void Write_LineOfAFunction_IsShownBesideItsName() =>
        Assert.Equal("orders:live | a\\u001b[2Jb\n", Text(new FunctionWrote("orders:live", "a\e[2Jb")));

    private static string Text(ServingEvent happened) => new TextEvents(default).Write(happened);
}
