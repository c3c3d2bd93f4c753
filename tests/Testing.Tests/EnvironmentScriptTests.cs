using System.Diagnostics;
using System.Runtime.Versioning;

namespace DirectRoute.Testing;

/// <summary>What the scripts of <c>tests/environment</c> promise to whoever runs them by hand.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class EnvironmentScriptTests : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    private readonly string directory = Path.Combine(Path.GetTempPath(), TestEnvironment.NewName("directroute"));

    public EnvironmentScriptTests() => Directory.CreateDirectory(directory);

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task Up_InAShellThatTookOverItsOutput_IsTheSameEnvironment()
    {
        var environment = await TestEnvironment.SharedAsync();

        var again = await RunAsync("up", environment.Variables);

        var printed = EnvironmentVariables.Parse(again.EnsureSuccess().Output);
        Assert.All(printed, variable => Assert.Equal(environment.Variables[variable.Key], variable.Value));
        Assert.Equal(environment.EtcdUrl is not null, printed.ContainsKey("DIRECTROUTE_TEST_ETCD_URL"));
    }

    [Fact]
    public async Task Up_ForAnotherClusterAndEndpoint_UsesThemAndStartsNothing()
    {
        var environment = await TestEnvironment.SharedAsync();
        var variables = Variables(
            ("DIRECTROUTE_TEST_KUBECONFIG", environment.KubeconfigPath),
            ("AWS_ENDPOINT_URL", environment.AwsEndpointUrl.OriginalString));

        var up = await RunAsync("up", variables);

        var printed = EnvironmentVariables.Parse(up.EnsureSuccess().Output);
        Assert.Equal(environment.KubeconfigPath, printed["DIRECTROUTE_TEST_KUBECONFIG"]);
        Assert.Equal(environment.AwsEndpointUrl.OriginalString, printed["AWS_ENDPOINT_URL"]);
        Assert.DoesNotContain("DIRECTROUTE_TEST_ETCD_URL", printed.Keys);
        Assert.Empty(Directory.GetFiles(directory, "*.pid"));
        (await RunAsync("down", variables)).EnsureSuccess();
        Assert.True((await environment.KubectlAsync("get", "--raw", "/readyz")).Succeeded);
    }

    [Fact]
    public async Task Up_ForAKubeconfigThatIsMissing_SaysSo()
    {
        var up = await RunAsync("up", Variables(("DIRECTROUTE_TEST_KUBECONFIG", "/no/such/file")));

        Assert.False(up.Succeeded);
        Assert.Contains("DIRECTROUTE_TEST_KUBECONFIG names /no/such/file, which cannot be read", up.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Up_WithDockerAndNoEngine_FailsAndStartsNothing()
    {
        await WriteProgramAsync("docker", "exit 1");

        var up = await RunAsync("up", Variables(("DIRECTROUTE_TEST_DOCKER", "1"), ("PATH", $"{directory}:/usr/bin:/bin")));

        Assert.False(up.Succeeded);
        Assert.Contains("no Docker engine answers", up.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(directory, "*.pid"));
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task Up_InterruptedInTheMiddle_LeavesNoProcess(string signal, int exitCode)
    {
        using var up = Start("up", Variables());
        await Eventually.HoldsAsync("it has started", () => File.Exists(Path.Combine(directory, "etcd.pid")));

        await SignalAsync(signal, up);

        Assert.Equal(exitCode, up.ExitCode);
        Assert.Empty(ProcessesNaming(directory));
    }

    [Fact]
    public async Task With_ACommandThatFails_HasItsExitCodeAndLeavesNoProcess()
    {
        var with = await RunAsync("with", Variables(), "sh", "-c", "sleep 1000 & kubectl get --raw /readyz && exit 3");

        Assert.Equal(3, with.ExitCode);
        Assert.Equal("ok", with.Output);
        AssertNothingRunsIn(with.Error);
    }

    [Fact]
    public async Task With_EndedInTheMiddle_LeavesNoProcess()
    {
        var marker = Path.Combine(directory, "started");
        using var with = Start("with", Variables(), "sh", "-c", $"touch {marker}; sleep 1000");
        var error = with.StandardError.ReadToEndAsync();
        await Eventually.HoldsAsync("it has started", () => File.Exists(marker));

        await SignalAsync("TERM", with);

        Assert.Equal(143, with.ExitCode);
        AssertNothingRunsIn(await error);
        Assert.Empty(ProcessesNaming(marker));
    }

    [Fact]
    public async Task Down_WithAPidThatBelongsToSomebodyElse_LeavesThatProcessAlone()
    {
        using var stranger = Process.Start("sleep", "1000");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(directory, "etcd.pid"), $"{stranger.Id}\n");
            await File.WriteAllTextAsync(Path.Combine(directory, "moto.pid"), "not a pid");

            var down = await RunAsync("down", Variables());

            down.EnsureSuccess();
            Assert.False(stranger.HasExited);
            Assert.Empty(Directory.GetFiles(directory, "*.pid"));
        }
        finally
        {
            stranger.Kill();
        }
    }

    private static Task<CommandResult> RunAsync(string script, IReadOnlyDictionary<string, string> variables, params string[] arguments) =>
        CommandRunner.RunAsync(PathOf(script), arguments, variables, null, CancellationToken.None);

    private static Process Start(string script, Dictionary<string, string> variables, params string[] arguments)
    {
        // A run in the background of a shell script ignores interrupts, and so does all that it starts, unless told otherwise.
        var description = new ProcessStartInfo("env", ["--default-signal=INT,TERM", PathOf(script), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        description.Environment.Clear();
        foreach (var (name, value) in variables) description.Environment[name] = value;
        return Process.Start(description)!;
    }

    private static async Task SignalAsync(string signal, Process process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await process.WaitForExitAsync().WaitAsync(Deadline, TimeProvider.System);
    }

    private static string PathOf(string script) => Repository.PathOf("tests", "environment", script);

    // The last line says where the logs are, and that directory is in the command line of every daemon.
    private static void AssertNothingRunsIn(string error)
    {
        var run = error.TrimEnd().Split(' ')[^1];
        Assert.True(Directory.Exists(run), error);
        Assert.Empty(ProcessesNaming(run));
        Directory.Delete(run, recursive: true);
    }

    private static List<string> ProcessesNaming(string text) =>
    [
        .. Directory.GetDirectories("/proc")
            .Where(d => int.TryParse(Path.GetFileName(d), out _))
            .Select(CommandLineOf)
            .Where(c => c.Contains(text, StringComparison.Ordinal)),
    ];

    private static string CommandLineOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return "";
        }
    }

    /// <summary>This process's variables, with an environment of the test's own and the given ones.</summary>
    private Dictionary<string, string> Variables(params (string Name, string Value)[] more)
    {
        string[] choices = ["DIRECTROUTE_TEST_KUBECONFIG", "DIRECTROUTE_TEST_OWN", "DIRECTROUTE_TEST_DOCKER", "AWS_ENDPOINT_URL"];
        var variables = EnvironmentVariables.OfThisProcess();
        foreach (var name in choices) variables.Remove(name);
        variables["DIRECTROUTE_RUN"] = directory;
        foreach (var (name, value) in more) variables[name] = value;
        return variables;
    }

    private async Task WriteProgramAsync(string name, string command)
    {
        var path = Path.Combine(directory, name);
        await File.WriteAllTextAsync(path, $"#!/bin/sh\n{command}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
