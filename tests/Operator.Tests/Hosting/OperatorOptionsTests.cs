using DirectRoute.Operator.Hosting;
using Microsoft.Extensions.Logging;

namespace DirectRoute.Operator.Tests.Hosting;

/// <summary>The settings, from the command line and the environment, and their mistakes.</summary>
public sealed class OperatorOptionsTests
{
    [Fact]
    public void Read_OnlyTheClusterName_EverythingElseHasItsDefault() =>
        Assert.Equal(
            new OperatorOptions { ClusterName = "c", Workers = 4, Address = "http://0.0.0.0:8080", LeaderElect = true, LogLevel = LogLevel.Information, LogFormat = "json" },
            Read("--cluster-name=c"));

    [Fact]
    public void Read_EverySettingAsArgument_IsTaken() => Assert.Equal(
        Everything,
        Read(
            "--cluster-name=shop.eu-1", "--namespace=ops", "--kubeconfig=/etc/k", "--context=prod", "--workers=64", "--address=http://127.0.0.1:0", "--leader-elect=false",
            "--read-only=true", "--log-level=debug", "--log-format=text"));

    [Fact]
    public void Read_EverySettingInTheEnvironment_IsTaken()
    {
        var environment = new Dictionary<string, string>
        {
            ["DIRECTROUTE_CLUSTER_NAME"] = "shop.eu-1",
            ["DIRECTROUTE_NAMESPACE"] = "ops",
            ["DIRECTROUTE_KUBECONFIG"] = "/etc/k",
            ["DIRECTROUTE_CONTEXT"] = "prod",
            ["DIRECTROUTE_WORKERS"] = "64",
            ["DIRECTROUTE_ADDRESS"] = "http://127.0.0.1:0",
            ["DIRECTROUTE_LEADER_ELECT"] = "false",
            ["DIRECTROUTE_READ_ONLY"] = "true",
            ["DIRECTROUTE_LOG_LEVEL"] = "Debug",
            ["DIRECTROUTE_LOG_FORMAT"] = "text",
        };

        Assert.Equal(Everything, OperatorOptions.Read([], environment.GetValueOrDefault));
    }

    [Fact]
    public void Read_ArgumentAndEnvironment_ArgumentCounts() =>
        Assert.Equal("argument", OperatorOptions.Read(["--cluster-name=argument"], n => n == "DIRECTROUTE_CLUSTER_NAME" ? "environment" : null).ClusterName);

    [Fact]
    public void Read_EmptyVariable_IsAsNone() => Assert.Equal(4, OperatorOptions.Read(["--cluster-name=c"], _ => "").Workers);

    [Fact]
    public void Read_ValueWithAnEqualsSign_IsTakenWhole() => Assert.Equal("/a=b", Read("--cluster-name=c", "--kubeconfig=/a=b").Kubeconfig);

    [Theory]
    [InlineData("--workers=0", "workers: '0' is not a number from 1 to 64.")]
    [InlineData("--workers=65", "workers: '65' is not a number from 1 to 64.")]
    [InlineData("--workers=many", "workers: 'many' is not a number from 1 to 64.")]
    [InlineData("--address=https://0.0.0.0", "address: 'https://0.0.0.0' is not an http:// address.")]
    [InlineData("--leader-elect=yes", "leader-elect: 'yes' is not true or false.")]
    [InlineData("--log-level=loud", "log-level: 'loud' is not Trace, Debug, Information, Warning or Error.")]
    [InlineData("--log-level=99", "log-level: '99' is not Trace, Debug, Information, Warning or Error.")]
    [InlineData("--log-format=xml", "log-format: 'xml' is not json or text.")]
    [InlineData("--namespace=", "--namespace: is empty.")]
    [InlineData("--colour=red", "--colour: no such setting. There are cluster-name,")]
    [InlineData("--Workers=1", "--Workers: no such setting.")]
    [InlineData("workers=1", "'workers=1': write --name=value.")]
    [InlineData("--workers", "'--workers': write --name=value.")]
    [InlineData("--=1", "'--=1': write --name=value.")]
    [InlineData("", "'': write --name=value.")]
    public void Read_Mistake_IsNamed(string argument, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<OptionsException>(() => Read("--cluster-name=c", argument)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a")]
    [InlineData("A.b_c-9")]
    public void Read_GoodClusterName_IsTaken(string name) => Assert.Equal(name, Read("--cluster-name=" + name).ClusterName);

    [Theory]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("ä")]
    [InlineData("a\n")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    public void Read_ClusterNameThatNoTagCanHold_IsRefused(string name) =>
        Assert.StartsWith("cluster-name: ", Assert.Throws<OptionsException>(() => Read("--cluster-name=" + name)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_ManyMistakes_AreAllNamedAtOnce()
    {
        var error = Assert.Throws<OptionsException>(() => Read("--workers=x", "--log-format=xml", "--colour=red"));

        Assert.Equal(4, error.Message.Split(Environment.NewLine).Length);
        foreach (var name in (string[])["cluster-name: missing", "workers:", "log-format:", "--colour:"]) Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    private static OperatorOptions Everything { get; } = new()
    {
        ClusterName = "shop.eu-1",
        Namespace = "ops",
        Kubeconfig = "/etc/k",
        Context = "prod",
        Workers = 64,
        Address = "http://127.0.0.1:0",
        LeaderElect = false,
        ReadOnly = true,
        LogLevel = LogLevel.Debug,
        LogFormat = "text",
    };

    private static OperatorOptions Read(params string[] arguments) => OperatorOptions.Read(arguments, _ => null);
}
