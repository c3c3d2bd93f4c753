using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using DirectRoute.Local.Lambda;
using DirectRoute.Local.Services;
using DirectRoute.Testing;

namespace DirectRoute.Local.Tests.Lambda;

public sealed class CommandFunctionTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private sealed class Log : IFunctionLog
    {
        private readonly TaskCompletionSource<string> first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConcurrentQueue<(string Function, string Line)> Lines { get; } = new();

        public Task<string> First => first.Task;

        public void Wrote(string function, string line)
        {
            Lines.Enqueue((function, line));
            first.TrySetResult(line);
        }
    }

    [Fact]
    public async Task Invoke_Program_GetsTheEventAndAnswers()
    {
        var result = await InvokeAsync("cat; echo", new(), """{"a": "é"}""");

        Assert.Equal((200, """{"a": "é"}"""), (result.Response!.StatusCode, Text(result)));
        Assert.False(result.Response.Headers.Contains(FunctionErrors.Header));
    }

    [Fact]
    public async Task Invoke_ProgramThatReadsNothing_Answers()
    {
        var result = await InvokeAsync("echo 1", new(), new string('x', 1_000_000));

        Assert.Equal("1", Text(result));
    }

    [Fact]
    public async Task Invoke_ProgramThatSaysNothing_AnswersNull() => Assert.Equal("null", Text(await InvokeAsync("true", new())));

    [Fact]
    public async Task Invoke_Environment_NamesTheFunction() => Assert.Equal(
        "orders live us-east-1 Root=1", Text(await InvokeAsync("echo $AWS_LAMBDA_FUNCTION_NAME $AWS_LAMBDA_FUNCTION_VERSION $AWS_REGION $_X_AMZN_TRACE_ID", new())));

    [Fact]
    public async Task Invoke_ProgramThatFails_IsAFunctionErrorWithTheEndOfItsLog()
    {
        var log = new Log();

        var result = await InvokeAsync("echo one >&2; echo two >&2; exit 3", new() { FunctionLog = log });

        Assert.Equal("""{"errorType":"Runtime.ExitError","errorMessage":"The program ended with code 3. two"}""", Text(result));
        Assert.Equal("Unhandled", result.Response!.Headers.Last(FunctionErrors.Header));
        Assert.Equal([("orders:live", "one"), ("orders:live", "two")], log.Lines);
    }

    [Fact]
    public async Task Invoke_ProgramThatFailsInLambdasForm_IsQuoted()
    {
        var result = await InvokeAsync("""echo "{\"errorMessage\": \"no such order\", \"errorType\": \"NotFound\"}"; exit 1""", new());

        Assert.Equal("""{"errorMessage": "no such order", "errorType": "NotFound"}""", Text(result));
        Assert.True(result.Response!.Headers.Contains(FunctionErrors.Header));
    }

    [Fact]
    public async Task Invoke_NoSuchProgram_SaysSo()
    {
        var result = await InvokeAsync(new FunctionHost.Command("/no/such/program", []), new(), "{}");

        Assert.Equal(500, result.Fault!.StatusCode);
        Assert.Contains("/no/such/program", result.Fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_AnswerThatIsTooLarge_IsAFunctionError()
    {
        var result = await InvokeAsync("head -c 7000000 /dev/zero | tr \"\\0\" 1", new());

        Assert.Contains("Function.ResponseSizeTooLarge", Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_ProgramThatTakesTooLong_IsEndedAndSoIsWhatItStarted()
    {
        var (log, clock) = (new Log(), new ManualTimeProvider());
        var running = InvokeAsync("sleep 1000 & echo $! >&2; wait", new() { FunctionLog = log, Clock = clock });
        var child = int.Parse(await log.First.WaitAsync(Limit), CultureInfo.InvariantCulture);

        clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("INTEGRATION_TIMEOUT", (await running.WaitAsync(Limit)).Fault!.ResponseType);
        await GoneAsync(child).WaitAsync(Limit);
    }

    [Fact]
    public async Task Invoke_ClientThatGoesAway_EndsTheProgram()
    {
        var log = new Log();
        using var aborted = new CancellationTokenSource();
        var running = InvokeAsync("echo $$ >&2; exec sleep 1000", new() { FunctionLog = log }, aborted: aborted.Token);
        var process = int.Parse(await log.First.WaitAsync(Limit), CultureInfo.InvariantCulture);

        await aborted.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Limit));
        await GoneAsync(process).WaitAsync(Limit);
    }

    private static Task<BackendResult> InvokeAsync(string script, LocalOptions options, string payload = "{}", CancellationToken aborted = default) =>
        InvokeAsync(new FunctionHost.Command("sh", ["-c", script]), options, payload, aborted);

    private static async Task<BackendResult> InvokeAsync(FunctionHost.Command command, LocalOptions options, string payload, CancellationToken aborted = default)
    {
        using var backends = new Backends(options);
        using var invoker = new FunctionInvoker(options with { LambdaTargets = [new LambdaTarget("orders", command)] }, backends);
        var function = FunctionReference.OfArn("arn:aws:lambda:us-east-1:123456789012:function:orders:live")!;
        var origin = new CallOrigin("a1b2c3", "arn:aws:execute-api:us-east-1:123456789012:a1b2c3/test/GET/", "Root=1");
        return await invoker.InvokeAsync(new Invocation(function, Encoding.UTF8.GetBytes(payload), origin, 29_000), aborted);
    }

    private static string Text(BackendResult result) => Encoding.UTF8.GetString(result.Response!.Body.Span);

    private static async Task GoneAsync(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            await process.WaitForExitAsync();
        }
        catch (ArgumentException)
        {
            // It is gone already.
        }
    }
}
